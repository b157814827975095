using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>How a page answers a use case: done, refused (422), edited meanwhile (409), not yours (404).</summary>
public static class PageResults
{
    /// <summary>The key of the flash message in <c>TempData</c>.</summary>
    public const string FlashKey = "Flash";

    /// <summary>The key of the address of a link behind the flash message.</summary>
    public const string FlashPathKey = "FlashPath";

    /// <summary>The key of the words of that link.</summary>
    public const string FlashLinkKey = "FlashLink";

    /// <summary>The same page with its errors and what was typed: 422.</summary>
    public static PageResult Invalid(this PageModel page) => page.Shown(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The same page with the refusals beside their fields: 422.</summary>
    public static PageResult Refused(this PageModel page, IEnumerable<Refusal> refusals, string prefix = "Input")
    {
        page.ModelState.AddRefusals(refusals, prefix);
        return page.Invalid();
    }

    /// <summary>The same page, saying that somebody else changed the record since it was opened: 409.</summary>
    public static PageResult EditedMeanwhile(this PageModel page)
    {
        page.ModelState.AddRefusals([new Refusal("Page.EditedMeanwhile")]);
        return page.Shown(StatusCodes.Status409Conflict);
    }

    /// <summary>
    /// The answer to a use case. <paramref name="done"/> gives the redirect; a page that needs to fill lists before it is
    /// shown again does so before calling this.
    /// </summary>
    public static IActionResult Answer(this PageModel page, Outcome outcome, Func<IActionResult> done, string prefix = "Input") =>
        outcome.Kind switch
        {
            OutcomeKind.Done => done(),
            OutcomeKind.Refused => page.Refused(outcome.Refusals, prefix),
            OutcomeKind.EditedMeanwhile => page.EditedMeanwhile(),
            _ => page.NotFound(),
        };

    /// <summary>Leaves a message that the next page shows once.</summary>
    public static void Flash(this PageModel page, string message) => page.TempData[FlashKey] = message;

    /// <summary>Leaves a message that the next page shows once, and a way on from there.</summary>
    public static void Flash(this PageModel page, string message, string path, string link)
    {
        page.Flash(message);
        (page.TempData[FlashPathKey], page.TempData[FlashLinkKey]) = (path, link);
    }

    private static PageResult Shown(this PageModel page, int statusCode)
    {
        var result = page.Page();
        result.StatusCode = statusCode;
        return result;
    }
}
