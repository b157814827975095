using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>Letters that are alike in everything that is counted.</summary>
internal sealed record LetterHeap(
    int Year, Guid OrganisationId, LetterKind Kind, LetterState State, int? FirstDays, int? FinalDays, bool IsLate, bool IsOverdue, Satisfaction? Satisfaction, int Count);

/// <summary>Half of the times are shorter or equal, and nine of ten; in working days. Null where there are none.</summary>
public sealed record LetterTimes(int? Median, int? Ninetieth);

/// <summary>The figures of some letters. They add up: received is the sum of answered, directed elsewhere, declined, merged and open.</summary>
public sealed record LetterCounts
{
    public int Received { get; init; }

    public int Answered { get; init; }

    /// <summary>Never part of <see cref="Answered"/>.</summary>
    public int Directed { get; init; }

    public int Declined { get; init; }

    public int Merged { get; init; }

    public int Open { get; init; }

    /// <summary>Open and past their last day.</summary>
    public int Overdue { get; init; }

    /// <summary>Answered within the limit.</summary>
    public int InTime { get; init; }

    public LetterTimes First { get; init; } = new(null, null);

    public LetterTimes Final { get; init; } = new(null, null);

    public IReadOnlyDictionary<Satisfaction, int> Ratings { get; init; } = new Dictionary<Satisfaction, int>();

    /// <summary>What the share in time is of: answered letters, and those whose last day passed without an answer.</summary>
    public int Rated => Answered + Overdue;

    /// <summary>Share answered in time, in tenths of a percent; null where nothing is rated yet.</summary>
    public int? InTimePermille => Rated == 0 ? null : (int)Math.Round(InTime * 1000d / Rated, MidpointRounding.AwayFromZero);
}

/// <summary>The figures of one organisation.</summary>
public sealed record LetterShare(Guid OrganisationId, string Slug, string Name, LetterCounts Counts);

/// <summary>The public statistics.</summary>
public sealed record LetterStatistics(LetterCounts All, IReadOnlyDictionary<LetterKind, int> ByKind, IReadOnlyList<LetterShare> Organisations, IReadOnlyList<int> Years);

/// <summary>
/// Counts letters. The heaps, and what was counted of them, are kept in memory until any letter changes: the sum of revisions tells that from one small index,
/// so the figures always agree with the records and cost a reader almost nothing.
/// </summary>
public sealed class LetterFigures(BusinessClock clock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private Kept? _kept;

    /// <summary>The statistics of a year of receipt, or of all.</summary>
    public async Task<LetterStatistics> ReadAsync(DisclosureDb db, int? year, CancellationToken stop = default)
    {
        var kept = await KeptAsync(db, stop);
        var counted = kept.Of(year);
        var names = await db.Organisations.AsNoTracking().OrderBy(o => o.SortOrder).Select(o => new { o.Id, o.Slug, o.ShortName }).ToListAsync(stop);
        return new LetterStatistics(
            counted.All, counted.ByKind, [.. names.Where(n => counted.ByOrganisation.ContainsKey(n.Id)).Select(n => new LetterShare(n.Id, n.Slug, n.ShortName, counted.ByOrganisation[n.Id]))],
            kept.Years);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>Adds heaps up.</summary>
    internal static LetterCounts Count(IReadOnlyList<LetterHeap> heaps)
    {
        int Sum(Func<LetterHeap, bool> which) => heaps.Where(which).Sum(h => h.Count);
        return new LetterCounts
        {
            Received = Sum(_ => true),
            Answered = Sum(h => h.State == LetterState.Answered),
            Directed = Sum(h => h.State == LetterState.Directed),
            Declined = Sum(h => h.State == LetterState.Declined),
            Merged = Sum(h => h.State == LetterState.Merged),
            Open = Sum(h => LetterTransitions.IsOpen(h.State)),
            Overdue = Sum(h => h.IsOverdue && LetterTransitions.IsOpen(h.State)),
            InTime = Sum(h => h.State == LetterState.Answered && !h.IsLate),
            First = Times([.. heaps.Where(h => h.FirstDays is not null).Select(h => (h.FirstDays!.Value, h.Count))]),
            Final = Times([.. heaps.Where(h => h.FinalDays is not null).Select(h => (h.FinalDays!.Value, h.Count))]),
            Ratings = heaps.Where(h => h.Satisfaction is not null).GroupBy(h => h.Satisfaction!.Value).ToDictionary(g => g.Key, g => g.Sum(h => h.Count)),
        };
    }

    /// <summary>Nearest-rank percentiles: the smallest value that so large a part does not exceed.</summary>
    internal static LetterTimes Times(IReadOnlyList<(int Days, int Count)> times)
    {
        var total = times.Sum(t => t.Count);
        if (total == 0) return new LetterTimes(null, null);
        var ordered = times.GroupBy(t => t.Days).OrderBy(g => g.Key).Select(g => (Days: g.Key, Count: g.Sum(t => t.Count))).ToList();
        int At(int percent)
        {
            var rank = (int)Math.Ceiling(total * percent / 100d);
            var seen = 0;
            foreach (var (days, count) in ordered)
                if ((seen += count) >= rank) return days;
            return ordered[^1].Days;
        }

        return new LetterTimes(At(50), At(90));
    }

    private async Task<Kept> KeptAsync(DisclosureDb db, CancellationToken stop)
    {
        var today = clock.Today;
        // Two whole statements: what changes in between is counted at the next look. A new letter adds to the sum as an act does.
        var version = await db.Letters.SumAsync(l => (long)(l.Revision + 1), stop);
        var key = (version, today, db.Database.GetConnectionString());
        if (_kept is { } kept && kept.Key == key) return kept;
        await _one.WaitAsync(stop);
        try
        {
            if (_kept is { } meanwhile && meanwhile.Key == key) return meanwhile;
            var rows = await db.Letters.GroupBy(l => new { l.ReceivedOn.Year, l.OrganisationId, l.Kind, l.State, l.FirstDays, l.FinalDays, l.IsLate, IsOverdue = l.AnswerDueOn < today, l.Satisfaction })
                .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
            return _kept = new Kept(key, [.. rows.Select(r => new LetterHeap(
                r.Key.Year, r.Key.OrganisationId, r.Key.Kind, r.Key.State, r.Key.FirstDays, r.Key.FinalDays, r.Key.IsLate, r.Key.IsOverdue, r.Key.Satisfaction, r.Count))]);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What is counted of the letters of a year, or of all.</summary>
    private sealed record Counted(LetterCounts All, IReadOnlyDictionary<LetterKind, int> ByKind, IReadOnlyDictionary<Guid, LetterCounts> ByOrganisation);

    private sealed record Kept((long Version, DateOnly Today, string? Database) Key, IReadOnlyList<LetterHeap> Heaps)
    {
        private readonly ConcurrentDictionary<int, Counted> _years = new();

        /// <summary>The years in which letters came, newest first.</summary>
        public IReadOnlyList<int> Years { get; } = [.. Heaps.Select(h => h.Year).Distinct().OrderDescending()];

        // Years without letters are not kept: anybody may ask for any number.
        public Counted Of(int? year) =>
            year is { } one && !Years.Contains(one) ? CountYear(year) : _years.GetOrAdd(year ?? 0, _ => CountYear(year));

        private Counted CountYear(int? year)
        {
            var some = Heaps.Where(h => year is null || h.Year == year).ToList();
            return new Counted(
                Count(some), some.GroupBy(h => h.Kind).ToDictionary(g => g.Key, g => g.Sum(h => h.Count)),
                some.GroupBy(h => h.OrganisationId).ToDictionary(g => g.Key, g => Count([.. g])));
        }
    }
}
