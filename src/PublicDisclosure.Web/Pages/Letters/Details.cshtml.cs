using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>A public letter with its answer; one that was closed answers 410 and says why.</summary>
public sealed class DetailsModel(LetterReader reader) : PageModel
{
    public PublicLetter Letter { get; private set; } = null!;

    public bool IsClosed => Letter.Publicity == LetterPublicity.TakenDown;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken stop)
    {
        if (await reader.FindAsync(number, stop) is not { } letter) return NotFound();
        Letter = letter;
        if (IsClosed) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
