using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Web.Pages.Editions;

/// <summary>What changed from one public edition to another: added, changed with the cells, removed.</summary>
public sealed class CompareModel(EditionReader editions) : PageModel
{
    public EditionLine Older { get; private set; } = null!;

    public EditionLine Newer { get; private set; } = null!;

    public EditionComparison Difference { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? older, string? newer, CancellationToken stop)
    {
        if (!Guid.TryParse(older, out var from) || !Guid.TryParse(newer, out var to)) return NotFound();
        if (await editions.CompareAsync(from, to, stop) is not { } difference) return NotFound();
        var all = await editions.ReadAsync(stop);
        (Older, Newer, Difference) = (all.First(e => e.Id == from), all.First(e => e.Id == to), difference);
        return Page();
    }
}
