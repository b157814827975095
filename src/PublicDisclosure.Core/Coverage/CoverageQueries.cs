using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>Reads the coverage as it stands today.</summary>
public sealed class CoverageQueries(DisclosureDb db, BusinessClock clock, CalendarStore calendars, IOptions<CoverageOptions> options)
{
    // Each of three counts in one number has room for two million units of a cell.
    private const long First = 1;
    private const long Second = First << 21;
    private const long Third = Second << 21;

    /// <summary>The last day that counts as soon, from today.</summary>
    public async Task<DateOnly> SoonUntilAsync(CancellationToken stop = default) =>
        StatusRule.SoonUntil(await calendars.GetAsync(stop), clock.Today, options.Value.DueSoonWorkingDays);

    /// <summary>The matrix.</summary>
    public async Task<CoverageMatrix> MatrixAsync(CoverageFilter filter, CancellationToken stop = default)
    {
        await db.StayOpenAsync(stop);
        var rows = await SharesAsync(Units(filter), u => new { u.DomainId, u.OrganisationId }, stop);
        var cells = rows.ToDictionary(r => (r.Key.DomainId, r.Key.OrganisationId), r => r.Share);
        var domains = await db.Domains.AsNoTracking().OrderBy(d => d.SortOrder).Select(d => new MatrixDomain(d.Id, d.Slug, d.Name)).ToListAsync(stop);
        var organisations = await db.Organisations.AsNoTracking().OrderBy(o => o.SortOrder).Select(o => new MatrixOrganisation(o.Id, o.Slug, o.ShortName, o.Kind, o.IsActive)).ToListAsync(stop);
        var (withDomain, withOrganisation) = (cells.Keys.Select(c => c.DomainId).ToHashSet(), cells.Keys.Select(c => c.OrganisationId).ToHashSet());
        return new CoverageMatrix(clock.Today, [.. domains.Where(d => withDomain.Contains(d.Id))], [.. organisations.Where(o => withOrganisation.Contains(o.Id))], cells);
    }

    /// <summary>Every domain and every organisation by id, for rows that name them by id alone.</summary>
    public async Task<(IReadOnlyDictionary<Guid, MatrixDomain> Domains, IReadOnlyDictionary<Guid, MatrixOrganisation> Organisations)> NamesAsync(CancellationToken stop = default) => (
        await db.Domains.AsNoTracking().Select(d => new MatrixDomain(d.Id, d.Slug, d.Name)).ToDictionaryAsync(d => d.Id, stop),
        await db.Organisations.AsNoTracking().Select(o => new MatrixOrganisation(o.Id, o.Slug, o.ShortName, o.Kind, o.IsActive)).ToDictionaryAsync(o => o.Id, stop));

    /// <summary>Duty by duty: what one organisation, or all of them, must publish of one item, or of all.</summary>
    public async Task<IReadOnlyList<DutyShare>> DutiesAsync(CoverageFilter filter, CancellationToken stop = default)
    {
        var rows = await SharesAsync(Units(filter), u => new { u.DomainId, u.OrganisationId, u.ItemCode, u.IsNeverPublished }, stop);
        // What a duty was never published for is the same for all its units, but two duties of one item may differ.
        return [.. rows.GroupBy(r => (r.Key.DomainId, r.Key.OrganisationId, r.Key.ItemCode)).Select(g => new DutyShare(
            g.Key.DomainId, g.Key.OrganisationId, g.Key.ItemCode, g.Aggregate(CoverageShare.None, (sum, r) => sum + r.Share), g.All(r => r.Key.IsNeverPublished), g.Max(r => r.NewestOn)))];
    }

    private async Task<List<ShareRow<TKey>>> SharesAsync<TKey>(IQueryable<CoverageUnit> units, Expression<Func<CoverageUnit, TKey>> by, CancellationToken stop)
    {
        var (today, soon) = (clock.Today, await SoonUntilAsync(stop));
        // Every count is asked of every unit of the city, so that three that exclude one another are counted in one number. A unit that is rated
        // has one status (StatusRule); who is in none of the others was in time.
        var rows = await units.GroupBy(by).Select(g => new
        {
            g.Key,
            Units = g.Count(),
            UnratedNotApplicableNothing = g.Sum(u => !u.IsRated ? First : u.Kind == UnitKind.NotApplicable ? Second : u.HasZeroReport ? Third : 0),
            OverdueSoonNotDue = g.Sum(u => u.FulfilledOn != null || !u.IsRated || u.HasZeroReport || u.Kind == UnitKind.NotApplicable ? 0 : u.DueOn < today ? First : u.DueOn <= soon ? Second : Third),
            Late = g.Count(u => u.DueOn < u.FulfilledOn && u.IsRated && !u.HasZeroReport && u.Kind != UnitKind.NotApplicable),
            Incomplete = g.Count(u => u.IsIncomplete && u.IsRated),
            NewestOn = g.Max(u => u.FulfilledOn),
        }).ToListAsync(stop);
        return [.. rows.Select(r =>
        {
            var (unrated, notApplicable, nothing) = Counts(r.UnratedNotApplicableNothing);
            var (overdue, dueSoon, notDue) = Counts(r.OverdueSoonNotDue);
            var onTime = r.Units - unrated - notApplicable - nothing - overdue - dueSoon - notDue - r.Late;
            return new ShareRow<TKey>(r.Key, new CoverageShare(notApplicable, nothing, onTime, r.Late, overdue, dueSoon, notDue, unrated, r.Incomplete), r.NewestOn);
        })];
    }

    private static (int First, int Second, int Third) Counts(long three) => ((int)(three % Second), (int)(three / Second % Second), (int)(three / Third));

    private sealed record ShareRow<TKey>(TKey Key, CoverageShare Share, DateOnly? NewestOn);

    /// <summary>Units that a filter chooses; the one place where filters become conditions.</summary>
    public IQueryable<CoverageUnit> Units(CoverageFilter filter)
    {
        var units = db.CoverageUnits.AsNoTracking();
        if (!filter.WithUnrated) units = units.Where(u => u.IsRated);
        if (filter.OnlyUnrated) units = units.Where(u => !u.IsRated);
        if (filter.DomainId is { } domain) units = units.Where(u => u.DomainId == domain);
        if (filter.OrganisationId is { } organisation) units = units.Where(u => u.OrganisationId == organisation);
        if (filter.ItemCode.Length > 0) units = units.Where(u => u.ItemCode == filter.ItemCode);
        if (filter.Level != Catalogue.GovernmentLevels.None) units = units.Where(u => u.Level == filter.Level);
        if (filter.Aspect != Catalogue.DisclosureAspects.None)
        {
            var bits = (int)filter.Aspect;
            units = units.Where(u => (u.AspectBits & bits) != 0);
        }

        if (filter.Kind is { } kind) units = units.Where(u => db.Organisations.Any(o => o.Id == u.OrganisationId && o.Kind == kind));
        if (filter.OnlyIncomplete) units = units.Where(u => u.IsIncomplete);
        if (filter.Span is { } span)
        {
            var (from, to) = (span.Period.From, span.Period.To);
            units = span.IsOpen ? units.Where(u => u.DueOn == null || (u.DueOn >= from && u.DueOn <= to)) : units.Where(u => u.DueOn >= from && u.DueOn <= to);
        }

        return units;
    }

    /// <summary>Those of a status today. The same as <see cref="StatusRule"/> in the words of the database; a test holds them together.</summary>
    public static IQueryable<CoverageUnit> InStatus(IQueryable<CoverageUnit> units, TimelinessStatus status, DateOnly today, DateOnly soon) => status switch
    {
        TimelinessStatus.NotApplicable => units.Where(u => u.Kind == UnitKind.NotApplicable),
        TimelinessStatus.NothingThisPeriod => units.Where(u => u.Kind != UnitKind.NotApplicable && u.HasZeroReport),
        TimelinessStatus.OnTime => Plain(units).Where(u => u.FulfilledOn != null && (u.DueOn == null || u.FulfilledOn <= u.DueOn)),
        TimelinessStatus.Late => Plain(units).Where(u => u.FulfilledOn != null && u.DueOn < u.FulfilledOn),
        TimelinessStatus.Overdue => Plain(units).Where(u => u.FulfilledOn == null && u.DueOn < today),
        TimelinessStatus.DueSoon => Plain(units).Where(u => u.FulfilledOn == null && u.DueOn >= today && u.DueOn <= soon),
        _ => Plain(units).Where(u => u.FulfilledOn == null && (u.DueOn == null || u.DueOn > soon)),
    };

    private static IQueryable<CoverageUnit> Plain(IQueryable<CoverageUnit> units) => units.Where(u => u.Kind != UnitKind.NotApplicable && !u.HasZeroReport);
}
