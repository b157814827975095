using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>A unit with what a reader needs to understand it.</summary>
/// <param name="Unit">The unit; not tracked.</param>
/// <param name="Status">As of today.</param>
/// <param name="Lateness">How late, in the unit of the limit: of what went out, or of what is missing as of today; null where nothing is late.</param>
/// <param name="ItemName">Every level of the item.</param>
/// <param name="DomainSlug">Its domain.</param>
/// <param name="DomainName">领域</param>
/// <param name="OrganisationSlug">Whose.</param>
/// <param name="OrganisationName">Short name.</param>
public sealed record UnitLine(
    CoverageUnit Unit, TimelinessStatus Status, Lateness? Lateness, string ItemName, string DomainSlug, string DomainName, string OrganisationSlug, string OrganisationName)
{
    /// <summary>The period in words; empty for what has none.</summary>
    public string PeriodName => ReportingPeriod.Parse(Unit.Period)?.Label ?? "";

    /// <summary>What is missing (要素不全).</summary>
    public IReadOnlyList<string> MissingElements => Unit.MissingElements.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Public address of the disclosure behind it; null while there is none, or none that was ever public.</summary>
    public string? Address { get; init; }

    /// <summary>Its title as the public may read it; empty where it may not.</summary>
    public string Title { get; init; } = "";

    /// <summary>本期无信息 with who declared it and when, where it holds.</summary>
    public DateOnly? ZeroReportOn { get; init; }
}

/// <summary>One page of units, with how many there are.</summary>
public sealed record UnitPage(IReadOnlyList<UnitLine> Rows, int Number, int Size, int Total)
{
    /// <summary>How many pages there are, at least one.</summary>
    public int Pages => NumberedPages.Count(Total, Size);
}

/// <summary>Lists units behind cells, organisations and items.</summary>
public sealed class CoverageLists(DisclosureDb db, CoverageQueries coverage, BusinessClock clock, CalendarStore calendars)
{
    /// <summary>One page of the units of a filter: what is wrong first, then by last day.</summary>
    public async Task<UnitPage> ListAsync(CoverageFilter filter, int page, int size, CancellationToken stop = default)
    {
        var (today, soon) = (clock.Today, await coverage.SoonUntilAsync(stop));
        var units = coverage.Units(filter);
        if (filter.Status is { } status) units = CoverageQueries.InStatus(units, status, today, soon);
        var total = await units.CountAsync(stop);
        var number = Math.Max(1, page);
        var rows = await Order(units, today).Skip((number - 1) * size).Take(size).ToListAsync(stop);
        return new UnitPage(await LinesAsync(rows, stop), number, size, total);
    }

    /// <summary>One unit, or null.</summary>
    public async Task<UnitLine?> FindAsync(Guid id, CancellationToken stop = default) =>
        await db.CoverageUnits.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, stop) is { } unit ? (await LinesAsync([unit], stop))[0] : null;

    /// <summary>Units with what surrounds them, in the order given.</summary>
    public async Task<IReadOnlyList<UnitLine>> LinesAsync(IReadOnlyList<CoverageUnit> units, CancellationToken stop = default)
    {
        var (today, soon, calendar) = (clock.Today, await coverage.SoonUntilAsync(stop), await calendars.GetAsync(stop));
        var names = await ItemNamesAsync([.. units.Select(u => u.ItemCode).Distinct()], stop);
        var domains = await db.Domains.AsNoTracking().ToDictionaryAsync(d => d.Id, stop);
        var ids = units.Select(u => u.OrganisationId).Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);
        var records = units.Select(u => u.RecordId).OfType<Guid>().Distinct().ToList();
        var pages = await db.Disclosures.AsNoTracking().Where(d => records.Contains(d.Id) && d.Address != null).Select(d => new { d.Id, d.Address }).ToDictionaryAsync(d => d.Id, d => d.Address, stop);
        var titles = await db.Listings.AsNoTracking().Where(l => records.Contains(l.DisclosureId)).Select(l => new { l.DisclosureId, l.Title }).ToDictionaryAsync(l => l.DisclosureId, l => l.Title, stop);
        var zero = await ZeroReportsAsync([.. units.Where(u => u.HasZeroReport).Select(u => u.DutyId)], stop);
        return [.. units.Select(u =>
        {
            var (domain, organisation, status) = (domains[u.DomainId], organisations[u.OrganisationId], StatusRule.Of(u.Facts, today, soon));
            var until = status == TimelinessStatus.Overdue ? today : u.FulfilledOn;
            var lateness = u.DueOn is { } due && until is { } on && status is TimelinessStatus.Late or TimelinessStatus.Overdue ? Lateness.Of(calendar, due, on, u.DueUnit) : null;
            return new UnitLine(u, status, lateness, names.GetValueOrDefault(u.ItemCode, u.ItemCode), domain.Slug, domain.Name, organisation.Slug, organisation.ShortName)
            {
                Address = u.RecordId is { } id ? pages.GetValueOrDefault(id) : null,
                Title = u.RecordId is { } record ? titles.GetValueOrDefault(record, "") : "",
                ZeroReportOn = u.HasZeroReport ? zero.GetValueOrDefault((u.DutyId, u.Period)) : null,
            };
        })];
    }

    /// <summary>Names of items, from the edition in force where it has them, else from the last that had.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ItemNamesAsync(IReadOnlyList<string> codes, CancellationToken stop = default)
    {
        var rows = await db.Items.AsNoTracking().Where(i => codes.Contains(i.Code))
            .Join(db.Editions.Where(e => e.Status != EditionStatus.Draft), i => i.EditionId, e => e.Id, (i, e) => new { i.Code, i.Text.Level1, i.Text.Level2, i.Text.Level3, e.InForceOn, Own = e.BasedOnEditionId != null })
            .ToListAsync(stop);
        return rows.GroupBy(r => r.Code).ToDictionary(g => g.Key, g => g.OrderBy(r => r.Own).ThenByDescending(r => r.InForceOn)
            .Select(r => string.Join(" · ", new[] { r.Level1, r.Level2, r.Level3 }.Where(l => l.Length > 0))).First());
    }

    private async Task<Dictionary<(Guid Duty, string Period), DateOnly?>> ZeroReportsAsync(List<Guid> duties, CancellationToken stop)
    {
        if (duties.Count == 0) return [];
        var rows = await db.ZeroReports.AsNoTracking().Where(z => duties.Contains(z.DutyId) && z.State == ZeroReportState.Confirmed).Select(z => new { z.DutyId, z.Period, z.DecidedAt }).ToListAsync(stop);
        return rows.GroupBy(z => (z.DutyId, z.Period)).ToDictionary(g => g.Key, g => g.Max(z => z.DecidedAt) is { } at ? BusinessClock.BeijingDate(at) : (DateOnly?)null);
    }

    private static IOrderedQueryable<CoverageUnit> Order(IQueryable<CoverageUnit> units, DateOnly today) => units
        .OrderBy(u => u.Kind == UnitKind.NotApplicable || u.HasZeroReport ? 4
            : u.FulfilledOn == null && u.DueOn < today ? 0 : u.FulfilledOn == null && u.DueOn != null ? 1 : u.DueOn < u.FulfilledOn ? 2 : 3)
        .ThenBy(u => u.DueOn).ThenBy(u => u.ItemCode).ThenBy(u => u.OrganisationId).ThenBy(u => u.Key);
}
