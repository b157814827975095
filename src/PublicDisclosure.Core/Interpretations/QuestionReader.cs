using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>Reads the pairs of published 简明问答. Whether the page may be seen is asked before, of <see cref="DisclosureReader"/>.</summary>
public sealed class QuestionReader(DisclosureDb db, DisclosureReader reader, BusinessClock clock)
{
    /// <summary>The pairs of a version, in order; none where it is no interpretation.</summary>
    public async Task<IReadOnlyList<QuestionPair>> PairsAsync(PublicVersion version, CancellationToken stop) =>
        version.Text.Genre == DisclosureGenre.Interpretation ? QuestionList.Of(await reader.BodyAsync(version.Id, stop)) : [];

    /// <summary>Whether an earlier version had a pair of this number, which a later one left out: its address is gone, not wrong.</summary>
    public async Task<bool> WasThereAsync(Guid interpretationId, int number, CancellationToken stop) =>
        (await db.Versions.AsNoTracking().Where(v => v.DisclosureId == interpretationId).OrderByDescending(v => v.Number).Select(v => v.Text.Body).ToListAsync(stop))
            .Any(body => QuestionList.Of(body).Any(p => p.Number == number));

    /// <summary>The policies that an interpretation explains and that can be seen at the moment.</summary>
    public async Task<IReadOnlyList<ExplainedPolicy>> PoliciesAsync(Guid interpretationId, CancellationToken stop) =>
        await db.PublicInterpretationLinks.AsNoTracking().Where(l => l.InterpretationId == interpretationId)
            .Join(db.Listings.OnDisplay(clock.Today), l => l.PolicyId, p => p.DisclosureId, (l, p) => new { p.Address, p.Title }).OrderBy(p => p.Title)
            .Select(p => new ExplainedPolicy(p.Address, p.Title)).ToListAsync(stop);

    /// <summary>Address of the page of one pair.</summary>
    public static string Address(string address, int number) => $"/interpretations/{address}/questions/{number}";
}

/// <summary>A policy as its interpretation names it.</summary>
public sealed record ExplainedPolicy(string Address, string Title);
