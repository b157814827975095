using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Web.Pages.About;

/// <summary>Every column of the site on one page.</summary>
public sealed class SitemapModel(PublicCatalogue catalogue, OrganisationDirectory directory) : PageModel
{
    public IReadOnlyList<DomainLine> Domains { get; private set; } = [];

    public IReadOnlyList<OrganisationLine> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Domains = await catalogue.DomainNamesAsync(stop);
        Organisations = await directory.ReadAsync(stop);
    }
}
