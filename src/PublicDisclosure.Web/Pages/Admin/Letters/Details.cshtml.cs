using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>A case: the writer's words for those who handle it, the rest for those who may see it.</summary>
public sealed class DetailsModel(LetterCases cases) : PageModel
{
    public LetterSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<(string Word, string Path)> Steps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await cases.OpenAsync(User.GetRights(), id, User.GetStaffId(), stop) is not { } sheet) return NotFound();
        (Sheet, Steps) = (sheet, [.. LetterSteps.Of(User.GetRights(), sheet, User.GetStaffId())]);
        return Page();
    }

    /// <summary>A file that came with the letter; fetching it leaves a row like any look.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, int ordinal, CancellationToken stop) =>
        await cases.OpenFileAsync(User.GetRights(), id, ordinal, User.GetStaffId(), stop) is { } file ? File(file.Content, "application/octet-stream", file.Name) : NotFound();
}
