using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Coverage;

/// <summary>The few figures of the coverage that home and directories show, counted with the other figures of those pages.</summary>
/// <param name="ByDomain">What falls due in the year of the day, by domain.</param>
/// <param name="ByOrganisation">The same by organisation.</param>
/// <param name="OverdueNow">逾期未公开 of whatever year.</param>
public sealed record CoverageFigures(IReadOnlyDictionary<Guid, CoverageShare> ByDomain, IReadOnlyDictionary<Guid, CoverageShare> ByOrganisation, int OverdueNow)
{
    /// <summary>Nothing counted.</summary>
    public static CoverageFigures None { get; } = new(new Dictionary<Guid, CoverageShare>(), new Dictionary<Guid, CoverageShare>(), 0);

    /// <summary>Everything that falls due in the year.</summary>
    public CoverageShare Total => Sum(ByDomain.Values);

    /// <summary>A domain; nothing where nothing fell due.</summary>
    public CoverageShare Domain(Guid id) => ByDomain.GetValueOrDefault(id, CoverageShare.None);

    /// <summary>An organisation; nothing where nothing fell due.</summary>
    public CoverageShare Organisation(Guid id) => ByOrganisation.GetValueOrDefault(id, CoverageShare.None);

    /// <summary>Counts as <see cref="CoverageQueries.MatrixAsync"/> does, only what is rated.</summary>
    public static async Task<CoverageFigures> ReadAsync(DisclosureDb db, DateOnly today, CancellationToken stop)
    {
        var year = CoverageSpan.YearOf(today).Period;
        var (from, to) = (year.From, year.To);
        var rows = await db.CoverageUnits.Where(u => u.IsRated && u.Kind != UnitKind.NotApplicable && !u.HasZeroReport).GroupBy(u => new { u.DomainId, u.OrganisationId }).Select(g => new
        {
            g.Key.DomainId,
            g.Key.OrganisationId,
            OnTime = g.Count(u => u.DueOn >= from && u.DueOn <= to && u.FulfilledOn <= u.DueOn),
            Late = g.Count(u => u.DueOn >= from && u.DueOn <= to && u.DueOn < u.FulfilledOn),
            Overdue = g.Count(u => u.DueOn >= from && u.DueOn <= to && u.FulfilledOn == null && u.DueOn < today),
            OverdueNow = g.Count(u => u.FulfilledOn == null && u.DueOn < today),
        }).ToListAsync(stop);
        var shares = rows.Select(r => (r.DomainId, r.OrganisationId, Share: new CoverageShare(OnTime: r.OnTime, Late: r.Late, Overdue: r.Overdue))).ToList();
        return new CoverageFigures(
            shares.GroupBy(r => r.DomainId).ToDictionary(g => g.Key, g => Sum(g.Select(r => r.Share))),
            shares.GroupBy(r => r.OrganisationId).ToDictionary(g => g.Key, g => Sum(g.Select(r => r.Share))), rows.Sum(r => r.OverdueNow));
    }

    private static CoverageShare Sum(IEnumerable<CoverageShare> shares) => shares.Aggregate(CoverageShare.None, (sum, share) => sum + share);
}
