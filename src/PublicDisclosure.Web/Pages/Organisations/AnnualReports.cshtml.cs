using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Organisations;

/// <summary>An organisation's annual disclosure reports (Articles 49 and 50).</summary>
public sealed class AnnualReportsModel(OrganisationDirectory directory, DisclosureList list) : PageModel
{
    public OrganisationPage Organisation { get; private set; } = null!;

    public Page<ListedDisclosure> List { get; private set; } = new([], null, null);

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery] ListQuery query, CancellationToken stop)
    {
        if (await directory.FindAsync(slug, stop) is not { } found) return NotFound();
        Organisation = found;
        var filter = new DisclosureFilter { OrganisationId = found.Id, Genre = DisclosureGenre.AnnualReport };
        List = await list.ReadAsync(filter, query.AfterPosition, query.BeforePosition, stop);
        return Page();
    }
}
