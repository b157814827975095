using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.ForcedPublications;

/// <summary>The public register of what went out without a second person's signature, with the reviews that followed.</summary>
public sealed class IndexModel(ForcedPublicationRegister register, BusinessClock clock, IOptions<ReviewOptions> options) : PageModel
{
    public bool OnlyOpen { get; private set; }

    public ForcedFigures Figures { get; private set; } = new(0, 0);

    public Page<PublicForcedLine> List { get; private set; } = new([], null, null);

    public DateOnly Today => clock.Today;

    /// <summary>Working days for the later review.</summary>
    public int ReviewDays => options.Value.ForcedReviewWorkingDays;

    public async Task OnGetAsync(string? kind, [FromQuery] ListQuery query, CancellationToken stop)
    {
        OnlyOpen = kind == "open";
        Figures = await register.FiguresAsync(stop);
        List = await register.PublicAsync(OnlyOpen, query.AfterPosition, stop);
    }
}
