using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Duties;

/// <summary>Every organisation by what it publishes in time, with what has been missing longest. The figures are the public ones.</summary>
public sealed class RankingModel(CoverageRanking ranking, BusinessClock clock) : PageModel
{
    /// <summary>Key of the period by whose last days it is counted; the year by default.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    /// <summary>The order, by name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    public CoverageSpan? Span { get; private set; }

    public RankingOrder Order => ListQuery.Read<RankingOrder>(By) ?? RankingOrder.Share;

    public Ranking Ranking { get; private set; } = new(CoverageShare.None, [], []);

    /// <summary>The period as addresses say it; empty for this year and for what could not be read.</summary>
    public string Key => Span is null ? CoverageSpan.All : Span == CoverageSpan.YearOf(clock.Today) ? "" : Span.Period.Key;

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Span = CoverageSpan.Parse(Period, clock.Today);
        Ranking = await ranking.ReadAsync(new CoverageFilter { Span = Span }, Order, stop);
    }
}
