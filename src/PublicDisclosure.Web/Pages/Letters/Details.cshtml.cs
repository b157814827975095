using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>A public letter with its answer; one that was closed answers 410 and says why.</summary>
public sealed class DetailsModel(LetterReader reader, LetterDates dates) : PageModel
{
    public PublicLetter Letter { get; private set; } = null!;

    /// <summary>How late the answer was, in working days; null when it was in time.</summary>
    public Lateness? Late { get; private set; }

    public bool IsClosed => Letter.Publicity == LetterPublicity.TakenDown;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken stop)
    {
        if (await reader.FindAsync(number, stop) is not { } letter) return NotFound();
        Letter = letter;
        if (letter.AnsweredAt is { } at) Late = await dates.LatenessAsync(letter.AnswerDueOn, BusinessClock.BeijingDate(at), stop);
        if (IsClosed) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
