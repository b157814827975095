using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Web.Pages;

/// <summary>The home of the disclosure column: search, five doors, domains, newest, organisations.</summary>
public sealed class IndexModel(
    DisclosureDb db, PublicFigures figures, PublicCatalogue catalogue, DisclosureList list, OrganisationDirectory directory) : PageModel
{
    private const int NewestShown = 8;

    public Figures Figures { get; private set; } = null!;

    public IReadOnlyList<DomainLine> Domains { get; private set; } = [];

    public IReadOnlyList<ListedDisclosure> Newest { get; private set; } = [];

    public IReadOnlyList<OrganisationLine> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Figures = await figures.ReadAsync(db, stop);
        Domains = await catalogue.DomainsAsync(stop);
        Newest = (await list.ReadAsync(new DisclosureFilter(), null, null, stop, NewestShown)).Rows;
        Organisations = await directory.ReadAsync(stop);
    }
}
