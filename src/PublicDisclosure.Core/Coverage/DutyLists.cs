using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>A unit on the desk, with what staff may see beside it.</summary>
/// <param name="Unit">What is to be done, by when.</param>
/// <param name="Estimates">Why its last day is an estimate (预计); empty where it is certain.</param>
public sealed record DutyLine(UnitLine Unit, IReadOnlyList<Estimate> Estimates)
{
    /// <summary>The last day as its disclosure counted it; null for periods, standing pages and checks, which the site explains by unit.</summary>
    public DueLine? Due { get; init; }

    /// <summary>How long it still is to the last day, or how late it is; null for what is done or has none.</summary>
    public TimeLeft? Left { get; init; }

    /// <summary>The period it is about is over; true for what has none.</summary>
    public bool HasPeriodEnded { get; init; } = true;

    /// <summary>The disclosure behind it, draft or published; null where there is none.</summary>
    public DutyRecord? Record { get; init; }

    /// <summary>Behind it stands a posting off the web.</summary>
    public bool IsPosting => Record is null && Unit.Unit.RecordId is not null;
}

/// <summary>The disclosure behind a unit, as staff of its organisation see it.</summary>
public sealed record DutyRecord(Guid Id, string Title, DisclosureState State);

/// <summary>One page of a heap.</summary>
public sealed record DutyPage(IReadOnlyList<DutyLine> Lines, int Number, int Pages, int Total);

/// <summary>Reads what people have to do about their organisations' duties.</summary>
public sealed class DutyLists(DisclosureDb db, CoverageQueries coverage, CoverageLists lists, CalendarStore calendars, BusinessClock clock)
{
    /// <summary>Lines on one page.</summary>
    public const int PageSize = 30;

    /// <summary>How many days a moved last day stands on the desk, as for disclosures.</summary>
    public const int MovesStandDays = LimitReader.MovesStandDays;

    private const int MostMoves = 30;

    /// <summary>How much waits in each heap.</summary>
    public async Task<DutyCounts> CountsAsync(OrganisationScope scope, Guid? organisationId, CancellationToken stop = default)
    {
        var soon = await coverage.SoonUntilAsync(stop);
        var counts = new Dictionary<DutyView, int>();
        foreach (var view in Enum.GetValues<DutyView>())
        {
            var units = In(Within(scope, organisationId), view, soon);
            counts[view] = view == DutyView.NeverPublished ? await units.Select(u => u.DutyId).Distinct().CountAsync(stop) : await units.CountAsync(stop);
        }

        return new DutyCounts(counts);
    }

    /// <summary>One page of a heap, what is most urgent first.</summary>
    public async Task<DutyPage> PageAsync(OrganisationScope scope, Guid? organisationId, DutyView view, int page, CancellationToken stop = default)
    {
        var units = In(Within(scope, organisationId), view, await coverage.SoonUntilAsync(stop));
        // A duty behind which nothing ever stood is one matter, however many of its periods are missing.
        if (view == DutyView.NeverPublished) return await ByDutyAsync(units, page, stop);
        var total = await units.CountAsync(stop);
        var (number, pages) = PageOf(page, total);
        var rows = await units.OrderBy(u => u.DueOn == null).ThenBy(u => u.DueOn).ThenBy(u => u.OrganisationId).ThenBy(u => u.ItemCode).ThenBy(u => u.Key)
            .Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        return new DutyPage(await LinesAsync(rows, stop), number, pages, total);
    }

    /// <summary>Units with what staff see beside them, in the order given.</summary>
    public async Task<IReadOnlyList<DutyLine>> LinesAsync(IReadOnlyList<CoverageUnit> units, CancellationToken stop = default)
    {
        var (calendar, today) = (await calendars.GetAsync(stop), clock.Today);
        var ids = units.Select(u => u.RecordId).OfType<Guid>().Distinct().ToList();
        var records = await db.Disclosures.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new DutyRecord(d.Id, d.Text.Title, d.State)).ToDictionaryAsync(r => r.Id, stop);
        var dues = (await db.DueDates.AsNoTracking().Where(d => ids.Contains(d.DisclosureId)).ToListAsync(stop)).ToDictionary(d => (d.DisclosureId, d.Version), DueLine.Of);
        return [.. (await lists.LinesAsync(units, stop)).Select(line =>
        {
            var due = line.Unit is { RecordId: { } id } unit && VersionOf(unit) is { } version ? dues.GetValueOrDefault((id, version)) : null;
            return new DutyLine(line, EstimatesOf(calendar, line.Unit))
            {
                Due = due,
                Left = LeftOf(calendar, line.Unit, today),
                HasPeriodEnded = line.Unit.Kind != UnitKind.Period || line.Unit.StartsOn < today,
                Record = line.Unit.RecordId is { } record ? records.GetValueOrDefault(record) : null,
            };
        })];
    }

    /// <summary>Last days of periods, standing pages and checks that moved of late, the newest first, with the unit.</summary>
    public async Task<IReadOnlyList<(UnitDueMove Move, UnitLine Unit)>> MovesAsync(OrganisationScope scope, CancellationToken stop = default)
    {
        var since = clock.Now.AddDays(-MovesStandDays);
        var moves = await scope.Apply(db.UnitDueMoves.AsNoTracking().Where(m => m.At >= since), m => m.OrganisationId)
            .OrderByDescending(m => m.At).ThenBy(m => m.Id).Take(MostMoves).ToListAsync(stop);
        var ids = moves.Select(m => m.UnitId).ToList();
        var units = await lists.LinesAsync(await db.CoverageUnits.AsNoTracking().Where(u => ids.Contains(u.Id)).ToListAsync(stop), stop);
        var byId = units.ToDictionary(u => u.Unit.Id);
        return [.. moves.Where(m => byId.ContainsKey(m.UnitId)).Select(m => (m, byId[m.UnitId]))];
    }

    /// <summary>Each duty once, with its unit that is due first.</summary>
    private async Task<DutyPage> ByDutyAsync(IQueryable<CoverageUnit> units, int page, CancellationToken stop)
    {
        var duties = units.GroupBy(u => u.DutyId).Select(g => new { g.Key, DueOn = g.Min(u => u.DueOn) });
        var total = await duties.CountAsync(stop);
        var (number, pages) = PageOf(page, total);
        var ids = await duties.OrderBy(d => d.DueOn == null).ThenBy(d => d.DueOn).ThenBy(d => d.Key).Skip((number - 1) * PageSize).Take(PageSize).Select(d => d.Key).ToListAsync(stop);
        var rows = (await units.Where(u => ids.Contains(u.DutyId)).ToListAsync(stop)).ToLookup(u => u.DutyId);
        return new DutyPage(await LinesAsync([.. ids.Select(id => rows[id].OrderBy(u => u.DueOn is null).ThenBy(u => u.DueOn).ThenBy(u => u.Key, StringComparer.Ordinal).First())], stop), number, pages, total);
    }

    private static (int Number, int Pages) PageOf(int page, int total) => (NumberedPages.Nearest(page, total, PageSize), NumberedPages.Count(total, PageSize));

    private IQueryable<CoverageUnit> Within(OrganisationScope scope, Guid? organisationId) =>
        scope.Apply(coverage.Units(new CoverageFilter { OrganisationId = organisationId }), u => u.OrganisationId);

    private IQueryable<CoverageUnit> In(IQueryable<CoverageUnit> units, DutyView view, DateOnly soon)
    {
        var today = clock.Today;
        return view switch
        {
            DutyView.Overdue => CoverageQueries.InStatus(units, TimelinessStatus.Overdue, today, soon),
            DutyView.DueSoon => CoverageQueries.InStatus(units, TimelinessStatus.DueSoon, today, soon),
            // The day that sets a period's limit going is its last.
            DutyView.ToDeclare => units.Where(u => u.Kind == UnitKind.Period && !u.HasZeroReport && u.FulfilledOn == null && u.RecordId == null && u.StartsOn < today
                && db.Duties.Any(d => d.Id == u.DutyId && d.IsActive)
                && !db.ZeroReports.Any(z => z.DutyId == u.DutyId && z.Period == u.Period && z.State == ZeroReportState.Declared)),
            DutyView.ToCheck => units.Where(u => u.Kind == UnitKind.Check && u.FulfilledOn == null && u.DueOn <= soon && db.Duties.Any(d => d.Id == u.DutyId && d.IsActive)),
            DutyView.Incomplete => units.Where(u => u.IsIncomplete),
            _ => units.Where(u => u.IsNeverPublished && u.Kind != UnitKind.NotApplicable && !u.HasZeroReport),
        };
    }

    private static int? VersionOf(CoverageUnit unit) => unit.Kind switch
    {
        UnitKind.Record => 1,
        UnitKind.Change => int.TryParse(unit.Key.AsSpan(unit.Key.LastIndexOf(':') + 1), out var number) ? number : null,
        _ => null,
    };

    private static TimeLeft? LeftOf(WorkingDayCalendar calendar, CoverageUnit unit, DateOnly today)
    {
        if (unit is not { FulfilledOn: null, DueOn: { } due } || unit.HasZeroReport) return null;
        if (Lateness.Of(calendar, due, today, unit.DueUnit) is { } late) return new TimeLeft(0, unit.DueUnit, late);
        return unit.DueUnit == LimitUnit.WorkingDay ? new TimeLeft(calendar.WorkingDaysBetween(today, due), LimitUnit.WorkingDay, null) : new TimeLeft(due.DayNumber - today.DayNumber, LimitUnit.Day, null);
    }

    // Only what is still to come can move.
    private static IReadOnlyList<Estimate> EstimatesOf(WorkingDayCalendar calendar, CoverageUnit unit) =>
        unit is { FulfilledOn: null, StartsOn: { } from, DueOn: not null } ? calendar.Explain(from, unit.Span).Estimates : [];
}
