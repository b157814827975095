using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Responses;

/// <summary>Starts the draft of a response.</summary>
/// <param name="OrganisationId">Who answers.</param>
/// <param name="CaseId">The case behind it, or null.</param>
/// <param name="Title">Title of the draft.</param>
/// <param name="Facts">What it answers.</param>
/// <param name="By">Who drafts.</param>
/// <param name="NewId">Id given out with the form, so that a form sent twice makes one draft.</param>
public sealed record DraftResponse(Guid OrganisationId, Guid? CaseId, string Title, ResponseFacts Facts, Guid By, Guid? NewId = null);

/// <summary>Says anew what a draft answers.</summary>
public sealed record DescribeResponse(Guid Id, int SeenRevision, ResponseFacts Facts, Guid By);

/// <summary>
/// Drafts responses. What it drafts are disclosures, written, reviewed and published like all others. Whether the person may do it
/// in the organisation is asked by the page.
/// </summary>
public sealed class ResponseDesk(DisclosureDb db, DisclosureStore store, BusinessClock clock)
{
    /// <summary>What the audit log calls these acts.</summary>
    public static IReadOnlyList<string> Acts { get; } = ["Response.Draft", "Disclosure.DescribeResponse"];

    /// <summary>Starts the draft and tells its id.</summary>
    public async Task<OutcomeOf<Guid>> DraftAsync(DraftResponse command, CancellationToken stop = default)
    {
        if (command.NewId is { } sent && await db.Responses.AnyAsync(r => r.DisclosureId == sent && r.CreatedBy == command.By, stop)) return sent;
        var refusals = new List<Refusal>(command.Facts.Check());
        refusals.AddRange(InternalNotes.Check(command.Title, "Response.TitleMissing", "Title", DisclosureText.TitleLength));
        if (await CheckPolicyAsync(command.Facts.PolicyId, stop) is { } unknown) refusals.Add(unknown);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var entered = command.CaseId is { } id ? await db.OpinionCases.Include(c => c.Steps).SingleOrDefaultAsync(c => c.Id == id && c.OrganisationId == command.OrganisationId, stop) : null;
        if (command.CaseId is not null && entered is null) return Outcome.NotFound;
        var (now, draft) = (clock.Now, command.NewId ?? Guid.CreateVersion7(clock.Now));
        var saved = await db.ActAndSaveAsync(async () =>
        {
            var disclosure = Disclosure.Create(draft, command.OrganisationId, TextOf(command), now, command.By, entered?.IsDemo ?? false);
            entered?.NoteResponse(disclosure.Text.Title, now, command.By);
            db.Add(disclosure);
            db.Add(PublicResponse.Of(disclosure, entered?.Id, command.Facts, now, command.By));
            await store.Dues.FollowAsync(disclosure, now, stop);
            db.Add(AuditEntry.Record(now, command.By, "Response.Draft", command.OrganisationId, draft, disclosure.Text.Title));
            if (entered is not null) db.Add(AuditEntry.Record(now, command.By, CaseTransitions.DraftResponse, command.OrganisationId, entered.Id, entered.Title, disclosure.Text.Title));
            return Outcome.Done;
        }, stop);
        return saved.IsDone ? draft : saved;
    }

    /// <summary>Says anew what it answers; only while it is a draft.</summary>
    public Task<Outcome> DescribeAsync(DescribeResponse command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, "DescribeResponse", async (disclosure, now) =>
        {
            if (await db.Responses.SingleOrDefaultAsync(r => r.DisclosureId == disclosure.Id, stop) is not { } response) return Outcome.NotFound;
            if (disclosure.State != DisclosureState.Draft) return Outcome.Refused("Response.NotADraft");
            if (command.Facts.PolicyId != response.PolicyId && await CheckPolicyAsync(command.Facts.PolicyId, stop) is { } unknown) return Outcome.Refused(unknown);
            response.Describe(disclosure, command.Facts, now, command.By);
            return Outcome.Done;
        }, stop);

    // Only what is public can be linked to from a public page.
    private async Task<Refusal?> CheckPolicyAsync(Guid? policyId, CancellationToken stop) =>
        policyId is { } id && !await db.Listings.AnyAsync(l => l.DisclosureId == id && l.Genre != DisclosureGenre.Response, stop) ? new Refusal("Response.PolicyNotPublic", "Policy") : null;

    private static DisclosureText TextOf(DraftResponse command) => new()
    {
        Title = command.Title.Trim(),
        Genre = DisclosureGenre.Response,
        Kind = DocumentKind.Other,
        Aspects = DisclosureAspects.Service,
        Channels = DraftProposal.Channels(""),
        Summary = command.Facts.Concern.Trim(),
    };
}
