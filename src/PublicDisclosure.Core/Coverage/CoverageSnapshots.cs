using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>A quarter of the trend.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Until">The month's end that the figure stands for: the quarter's last, or the last that has passed.</param>
/// <param name="Published">As first published.</param>
/// <param name="Restated">As later facts give it; null where they give the same.</param>
public sealed record TrendPoint(ReportingPeriod Quarter, DateOnly Until, CoverageShare Published, CoverageShare? Restated);

/// <summary>Takes the figures of ended months, and reads them as a trend by quarter.</summary>
public sealed class CoverageSnapshots(DisclosureDb db, BusinessClock clock)
{
    /// <summary>So many months back figures are looked at for restatement.</summary>
    private const int MonthsLookedAt = 24;

    /// <summary>Takes every ended month that has not been taken, and restates those whose figures facts have changed; says how many rows were written.</summary>
    public async Task<int> TakeAsync(CancellationToken stop = default)
    {
        var today = clock.Today;
        if (await db.Duties.MinAsync(d => (DateOnly?)d.TrackedFrom, stop) is not { } first) return 0;
        var written = 0;
        var oldest = new DateOnly(today.Year, today.Month, 1).AddMonths(-MonthsLookedAt);
        for (var month = ReportingPeriod.Of(RecurrencePeriod.Month, first > oldest ? first : oldest); month.To < today; month = month.Next)
        {
            written += await TakeAsync(month.To, stop);
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }

        return written;
    }

    /// <summary>Quarter by quarter, the oldest first, of the whole city or narrowed.</summary>
    public async Task<IReadOnlyList<TrendPoint>> TrendAsync(Guid? domainId, Guid? organisationId, int quarters = 8, CancellationToken stop = default)
    {
        var all = db.CoverageSnapshots.AsNoTracking().Where(s => (domainId == null || s.DomainId == domainId) && (organisationId == null || s.OrganisationId == organisationId));
        // A quarter stands for its last month that was taken; the others are not read.
        var months = await db.CoverageSnapshots.Select(s => s.MonthEnd).Distinct().ToListAsync(stop);
        var ends = months.GroupBy(m => ReportingPeriod.Of(RecurrencePeriod.Quarter, m)).OrderByDescending(g => g.Key.From).Take(quarters).ToDictionary(g => g.Key, g => g.Max());
        var wanted = ends.Values.ToList();
        var rows = all.Where(s => wanted.Contains(s.MonthEnd));
        var published = await SumsAsync(rows.Where(s => s.Number == 1), stop);
        // The newest figure of every cell. Added up by the database: facts that are found out late restate most cells.
        var restated = await SumsAsync(rows.Where(s => !all.Any(o => o.MonthEnd == s.MonthEnd && o.OrganisationId == s.OrganisationId && o.DomainId == s.DomainId && o.Number > s.Number)), stop);
        var points = new List<TrendPoint>();
        foreach (var (quarter, until) in ends.OrderByDescending(e => e.Key.From))
        {
            if (!restated.TryGetValue(until, out var now)) continue;
            var first = published.GetValueOrDefault(until, CoverageShare.None);
            points.Add(new TrendPoint(quarter, until, first, now == first ? null : now));
        }

        points.Reverse();
        return points;
    }

    private async Task<int> TakeAsync(DateOnly monthEnd, CancellationToken stop)
    {
        var quarter = ReportingPeriod.Of(RecurrencePeriod.Quarter, monthEnd).From;
        var figures = await db.CoverageUnits.AsNoTracking()
            .Where(u => u.IsRated && u.Kind != UnitKind.NotApplicable && !u.HasZeroReport && u.DueOn >= quarter && u.DueOn <= monthEnd)
            .GroupBy(u => new { u.OrganisationId, u.DomainId }).Select(g => new
            {
                g.Key.OrganisationId,
                g.Key.DomainId,
                OnTime = g.Count(u => u.FulfilledOn <= u.DueOn),
                Late = g.Count(u => u.FulfilledOn > u.DueOn && u.FulfilledOn <= monthEnd),
                // On its last day a thing is not late yet.
                Overdue = g.Count(u => u.DueOn < monthEnd && (u.FulfilledOn == null || u.FulfilledOn > monthEnd)),
            }).ToListAsync(stop);
        var known = (await db.CoverageSnapshots.AsNoTracking().Where(s => s.MonthEnd == monthEnd).ToListAsync(stop))
            .GroupBy(s => (s.OrganisationId, s.DomainId)).ToDictionary(g => g.Key, g => g.MaxBy(s => s.Number)!);
        var now = figures.ToDictionary(f => (f.OrganisationId, f.DomainId), f => new CoverageShare(OnTime: f.OnTime, Late: f.Late, Overdue: f.Overdue));
        // A cell that had nothing when the month was taken and has something now is restated too.
        var isTaken = known.Count > 0;
        var written = 0;
        foreach (var cell in now.Keys.Union(known.Keys))
        {
            var share = now.GetValueOrDefault(cell, CoverageShare.None);
            if (known.TryGetValue(cell, out var last) ? last.Share == share : share.Rated == 0) continue;
            db.Add(CoverageSnapshot.Take(Guid.CreateVersion7(clock.Now), monthEnd, cell, last?.Number + 1 ?? (isTaken ? 2 : 1), share, clock.Now));
            written++;
        }

        return written;
    }

    private static Task<Dictionary<DateOnly, CoverageShare>> SumsAsync(IQueryable<CoverageSnapshot> rows, CancellationToken stop) =>
        rows.GroupBy(s => s.MonthEnd).Select(g => new { g.Key, OnTime = g.Sum(s => s.OnTime), Late = g.Sum(s => s.Late), Overdue = g.Sum(s => s.Overdue) })
            .ToDictionaryAsync(g => g.Key, g => new CoverageShare(OnTime: g.OnTime, Late: g.Late, Overdue: g.Overdue), stop);
}
