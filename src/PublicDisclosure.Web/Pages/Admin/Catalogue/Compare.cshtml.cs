using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>What became of the items between two editions, drafts included.</summary>
public sealed class CompareModel(CatalogueQueries queries, CatalogueAuthority authority) : PageModel
{
    public EditionRow Before { get; private set; } = default!;

    public EditionRow After { get; private set; } = default!;

    public EditionComparison Comparison { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid before, Guid after, CancellationToken stop)
    {
        var rights = await authority.OfAsync(User.GetStaffId(), stop);
        if (await queries.FindAsync(before, rights, stop) is not { } former || await queries.FindAsync(after, rights, stop) is not { } later) return NotFound();
        (Before, After) = (former, later);
        Comparison = await queries.CompareAsync(before, after, stop);
        return Page();
    }
}
