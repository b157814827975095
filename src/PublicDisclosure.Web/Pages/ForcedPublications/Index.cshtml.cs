using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.ForcedPublications;

/// <summary>The public register of what went out without a second person's signature, with the reviews that followed.</summary>
public sealed class IndexModel(ForcedPublicationRegister register, BusinessClock clock, IOptions<ReviewOptions> options) : PageModel
{
    public ForcedQuery Query { get; private set; } = new();

    public ForcedFigures Figures { get; private set; } = new(0, 0);

    public Page<PublicForcedLine> List { get; private set; } = new([], null, null);

    public DateOnly Today => clock.Today;

    /// <summary>Working days for the later review.</summary>
    public int ReviewDays => options.Value.ForcedReviewWorkingDays;

    public async Task OnGetAsync([FromQuery] ForcedQuery query, CancellationToken stop)
    {
        Query = query;
        Figures = await register.FiguresAsync(stop);
        List = await register.PublicAsync(query.OnlyOpen, query.AfterPosition, stop);
    }
}
