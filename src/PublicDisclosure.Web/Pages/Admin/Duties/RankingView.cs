using PublicDisclosure.Core.Coverage;

namespace PublicDisclosure.Web.Pages.Admin.Duties;

/// <summary>A ranking as <c>_Ranking</c> shows it.</summary>
/// <param name="Ranking">The figures.</param>
/// <param name="Order">How it is ordered.</param>
/// <param name="Address">Address of the page without the order.</param>
/// <param name="Period">Key of the period, for the public pages behind it; empty for this year.</param>
public sealed record RankingView(Ranking Ranking, RankingOrder Order, string Address, string Period = "")
{
    /// <summary>Leads public pages to the same period.</summary>
    public string PeriodQuery => Period.Length > 0 ? "?period=" + Period : "";

    /// <summary>Address of the page in another order.</summary>
    public string By(RankingOrder order) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}by={order}";
}
