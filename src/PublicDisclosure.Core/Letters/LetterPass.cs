using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>Looks for letters that wait for an answer longer than an inspection allows, and for a public list that stands still.</summary>
public sealed class LetterPass(DisclosureDb db, BusinessClock clock, IOptions<LetterOptions> options) : SelfTestPass
{
    private const int Batch = 200;
    private const string Path = "/letters";

    /// <inheritdoc/>
    public override IReadOnlyList<SelfTestIndicator> Indicators { get; } = [SelfTestIndicator.LettersUnanswered, SelfTestIndicator.LettersStale];

    /// <inheritdoc/>
    public override async Task<PassStep> StepAsync(Guid after, CancellationToken stop)
    {
        var today = clock.Today;
        var latest = today.AddMonths(-options.Value.UnansweredMonths);
        var rows = await db.Letters.AsNoTracking().Where(l => l.DueOn != null && l.LimitFrom < latest && l.Id.CompareTo(after) > 0).OrderBy(l => l.Id).Take(Batch)
            .Select(l => new { l.Id, l.Number, l.OrganisationId, l.ReceivedOn }).ToListAsync(stop);
        var faults = rows.Select(r => new FoundFault(
            SelfTestIndicator.LettersUnanswered, SelfTestFault.LetterUnanswered, r.OrganisationId, new SelfTestSubject(SelfTestSubjectKind.Letter, r.Id, r.Number, ""), "",
            r.ReceivedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).ToList();
        if (after == Guid.Empty) faults.AddRange(await StaleAsync(today, stop));
        return new PassStep(faults, rows.Count, rows.Count < Batch ? null : rows[^1].Id);
    }

    /// <summary>The public list stands still although letters were answered whose writers agreed.</summary>
    private async Task<IReadOnlyList<FoundFault>> StaleAsync(DateOnly today, CancellationToken stop)
    {
        var since = BusinessClock.Utc(today.AddMonths(-options.Value.StaleMonths), TimeOnly.MinValue);
        var newest = await db.Letters.Where(l => l.Publicity == LetterPublicity.Published).MaxAsync(l => l.PublishedAt, stop);
        // A site that never had a letter has nothing to show; one with letters only that nobody may see has neither.
        var hasAny = newest is not null || await db.Letters.AnyAsync(l => l.WantsPublic && l.FinalAnsweredAt < since, stop);
        if (!hasAny || newest >= since) return [];
        return
        [
            new FoundFault(
                SelfTestIndicator.LettersStale, SelfTestFault.LettersNotUpdated, null, new SelfTestSubject(SelfTestSubjectKind.Letter, null, "", Path), "",
                newest is { } at ? BusinessClock.BeijingDate(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ""),
        ];
    }
}
