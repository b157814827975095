using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Web.Pages.Organisations;

/// <summary>What a township says does not apply to it, with the reasons. Other organisations have no such page.</summary>
public sealed class NotApplicableModel(OrganisationDirectory directory, NotApplicableReader reader) : PageModel
{
    public OrganisationPage Organisation { get; private set; } = null!;

    public IReadOnlyList<NotApplicableItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await directory.FindAsync(slug, stop) is not { Kind: OrganisationKind.Township } found) return NotFound();
        Organisation = found;
        Items = await reader.ItemsAsync(found.Id, stop);
        return Page();
    }
}
