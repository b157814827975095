using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Organisations;

/// <summary>An organisation's disclosure rules.</summary>
public sealed class RulesModel(OrganisationDirectory directory, DisclosureList list) : PageModel
{
    public OrganisationPage Organisation { get; private set; } = null!;

    public Page<ListedDisclosure> List { get; private set; } = new([], null, null);

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery] ListQuery query, CancellationToken stop)
    {
        if (await directory.FindAsync(slug, stop) is not { } found) return NotFound();
        Organisation = found;
        var filter = new DisclosureFilter { OrganisationId = found.Id, Genre = DisclosureGenre.Rules };
        List = await list.ReadAsync(filter, query.AfterPosition, query.BeforePosition, stop);
        return Page();
    }
}
