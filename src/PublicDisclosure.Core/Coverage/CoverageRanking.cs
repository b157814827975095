using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>By what a ranking is ordered.</summary>
public enum RankingOrder
{
    /// <summary>按时率, best first.</summary>
    Share,

    /// <summary>逾期未公开, most first.</summary>
    Overdue,

    /// <summary>最长逾期, longest first.</summary>
    Longest,
}

/// <summary>An organisation in a ranking.</summary>
/// <param name="Place">Its place by share, shared by equals; null where nothing is rated.</param>
/// <param name="Organisation">Which.</param>
/// <param name="Share">Its figures.</param>
/// <param name="Since">Last day of what has been missing longest; null where nothing is overdue.</param>
/// <param name="Longest">How long that is overdue, in the unit of its limit.</param>
public sealed record RankingRow(int? Place, MatrixOrganisation Organisation, CoverageShare Share, DateOnly? Since, Lateness? Longest);

/// <summary>Organisations by what they publish in time, with what has been missing longest.</summary>
public sealed record Ranking(CoverageShare Total, IReadOnlyList<RankingRow> Rows, IReadOnlyList<UnitLine> Worst);

/// <summary>Ranks organisations. Its figures are those of the public matrix: it counts nothing of its own.</summary>
public sealed class CoverageRanking(CoverageQueries coverage, CoverageLists lists, CalendarStore calendars, BusinessClock clock)
{
    /// <summary>So many of the longest overdue units are shown.</summary>
    public const int WorstShown = 20;

    /// <summary>The ranking over what a filter chooses.</summary>
    public async Task<Ranking> ReadAsync(CoverageFilter filter, RankingOrder order = RankingOrder.Share, CancellationToken stop = default)
    {
        var (today, soon, calendar) = (clock.Today, await coverage.SoonUntilAsync(stop), await calendars.GetAsync(stop));
        var matrix = await coverage.MatrixAsync(filter, stop);
        var overdue = CoverageQueries.InStatus(coverage.Units(filter with { WithUnrated = false }), TimelinessStatus.Overdue, today, soon);
        var longest = (await overdue.GroupBy(u => new { u.OrganisationId, u.DueUnit }).Select(g => new { g.Key.OrganisationId, g.Key.DueUnit, DueOn = g.Min(u => u.DueOn) }).ToListAsync(stop))
            .GroupBy(g => g.OrganisationId).ToDictionary(g => g.Key, g => g.MinBy(x => x.DueOn)!);
        var worst = await overdue.OrderBy(u => u.DueOn).ThenBy(u => u.OrganisationId).ThenBy(u => u.ItemCode).ThenBy(u => u.Key).Take(WorstShown).ToListAsync(stop);
        var shares = matrix.Organisations.Select(o => (Organisation: o, Share: matrix.OfOrganisation(o.Id))).ToList();
        var rows = shares.Select(s =>
        {
            var late = longest.GetValueOrDefault(s.Organisation.Id);
            return new RankingRow(PlaceOf(s.Share), s.Organisation, s.Share, late?.DueOn, late is null ? null : Lateness.Of(calendar, late.DueOn!.Value, today, late.DueUnit));
        });
        return new Ranking(matrix.Total, [.. Order(rows, order)], await lists.LinesAsync(worst, stop));

        // Compared by the share itself, not by its rounded form.
        int? PlaceOf(CoverageShare share) => share.Rated == 0 ? null
            : 1 + shares.Count(o => o.Share.Rated > 0 && (long)o.Share.OnTime * share.Rated > (long)share.OnTime * o.Share.Rated);
    }

    private static IEnumerable<RankingRow> Order(IEnumerable<RankingRow> rows, RankingOrder order) => order switch
    {
        RankingOrder.Overdue => rows.OrderByDescending(r => r.Share.Overdue).ThenBy(r => r.Place ?? int.MaxValue),
        RankingOrder.Longest => rows.OrderBy(r => r.Since is null).ThenBy(r => r.Since).ThenBy(r => r.Place ?? int.MaxValue),
        _ => rows.OrderBy(r => r.Place ?? int.MaxValue).ThenByDescending(r => r.Share.OnTime),
    };
}
