using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Web.Pages.Catalogue;

/// <summary>A domain's items in the official table, with what is published behind each.</summary>
public sealed class DomainModel(PublicCatalogue catalogue) : PageModel
{
    public DomainHead Domain { get; private set; } = null!;

    public IReadOnlyList<ItemRow> Rows { get; private set; } = [];

    /// <summary>Rows nobody has answered for yet.</summary>
    public int Unchecked => Rows.Count(r => r.NeedsChecking);

    public async Task<IActionResult> OnGetAsync(string domain, CancellationToken stop)
    {
        if (await catalogue.DomainAsync(domain, stop) is not { } found) return NotFound();
        Domain = found;
        Rows = await catalogue.TableAsync(found.Id, stop);
        return Page();
    }
}
