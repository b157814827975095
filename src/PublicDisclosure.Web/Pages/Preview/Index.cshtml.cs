using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Preview;

/// <summary>A draft as it will look, for the holder of a link. Anything but a living link is a page that was never there.</summary>
[EnableRateLimiting(PreviewLimit.Policy)]
public sealed class IndexModel(PreviewReader reader) : PageModel
{
    public PreviewSheet Sheet { get; private set; } = null!;

    /// <summary>The token of the address.</summary>
    public string Token { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken stop)
    {
        PreviewHeaders.Set(Response);
        if (await reader.OpenAsync(token, file => PreviewHeaders.FileAddress(token, file), stop) is not { } sheet) return NotFound();
        (Sheet, Token) = (sheet, token);
        return Page();
    }
}
