using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Web.Pages.Organisations;

/// <summary>The directory of bodies that disclose.</summary>
public sealed class IndexModel(DisclosureDb db, PublicFigures figures, OrganisationDirectory directory) : PageModel
{
    public Figures Figures { get; private set; } = null!;

    public IReadOnlyList<OrganisationLine> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Figures = await figures.ReadAsync(db, stop);
        Organisations = await directory.ReadAsync(stop);
    }
}
