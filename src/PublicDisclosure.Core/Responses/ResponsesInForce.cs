using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Responses;

/// <summary>Takes what a response answers to the public, within the transaction that publishes its text.</summary>
internal static class ResponsesInForce
{
    public static async Task ApplyAsync(DisclosureDb db, Disclosure disclosure, DisclosureVersion version, CancellationToken stop)
    {
        if (version.Text.Genre != DisclosureGenre.Response) return;
        if (await db.Responses.SingleOrDefaultAsync(r => r.DisclosureId == disclosure.Id, stop) is { } response) response.Publish(version);
    }

    /// <summary>A correction was dropped: the working copy answers again what it does publicly.</summary>
    public static async Task RevertAsync(DisclosureDb db, Disclosure disclosure, CancellationToken stop)
    {
        if (disclosure.Text.Genre != DisclosureGenre.Response) return;
        if (await db.Responses.SingleOrDefaultAsync(r => r.DisclosureId == disclosure.Id, stop) is { } response) response.Revert();
    }

    /// <summary>The working copy says something else than what is public; false where nothing is.</summary>
    public static Task<bool> AnswersOtherwiseAsync(DisclosureDb db, Guid disclosureId, CancellationToken stop) => db.Responses.AnyAsync(
        r => r.DisclosureId == disclosureId && r.PublicVersion > 0
            && (r.Concern != r.PublicConcern || r.Matter != r.PublicMatter || r.ClarifiesMisreading != r.PublicClarifies || r.PolicyId != r.PublicPolicyId), stop);
}
