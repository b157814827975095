using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Limits;

/// <summary>Every wording with its reading, those not understood first.</summary>
public sealed class IndexModel(LimitReader reader, CatalogueAuthority authority) : PageModel
{
    public IReadOnlyList<WordingLine> Lines { get; private set; } = [];

    public int All { get; private set; }

    /// <summary>Wordings that wait for a ruling.</summary>
    public int Flagged { get; private set; }

    public bool OnlyFlagged { get; private set; }

    public SettledWords Now { get; private set; } = SettledWords.Defaults;

    public async Task<IActionResult> OnGetAsync(bool flagged, CancellationToken stop)
    {
        if (!(await authority.OfAsync(User.GetStaffId(), stop)).IsCitySteward) return NotFound();
        var lines = await reader.WordingsAsync(stop);
        (All, Flagged, OnlyFlagged, Now) = (lines.Count, lines.Count(l => l.Limit.NeedsSteward), flagged, await reader.WordsAsync(stop));
        Lines = flagged ? [.. lines.Where(l => l.Limit.NeedsSteward)] : lines;
        return Page();
    }
}
