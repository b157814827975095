using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Pages.Catalogue;

/// <summary>The domains of the standard catalogue.</summary>
public sealed class IndexModel(DisclosureDb db, PublicFigures figures, PublicCatalogue catalogue) : PageModel
{
    public Figures Figures { get; private set; } = null!;

    public IReadOnlyList<DomainLine> Domains { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Figures = await figures.ReadAsync(db, stop);
        Domains = await catalogue.DomainsAsync(stop);
    }
}
