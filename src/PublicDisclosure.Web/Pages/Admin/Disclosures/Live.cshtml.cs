using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>What the editor's script asks for while one types: preview with checklist, autosave, pasted text as Markdown.</summary>
[RequestFormLimits(ValueLengthLimit = HtmlImport.MaxLength * 3)]
public sealed class LiveModel(DisclosureAccess access, DraftSaver saver, DraftPreview preview) : PageModel
{
    [BindProperty]
    public DraftInput Input { get; set; } = new();

    [BindProperty]
    public int SeenRevision { get; set; }

    public RenderedText Rendered { get; private set; } = null!;

    public ChecklistResult? Check { get; private set; }

    /// <summary>Nothing to see by address alone; of another organisation's draft not even that it exists.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await access.MayAsync(User, id, Permission.DisclosuresDraft, stop) ? RedirectToPage("Edit", new { id }) : NotFound();

    /// <summary>The text as it will look, and the checklist for it; nothing is saved.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresDraft, stop) is not { } found) return NotFound();
        Rendered = DraftPreview.Render(Input.Body ?? "", StaffFiles.AddressIn(found));
        if (ModelState.IsValid) Check = await preview.CheckAsync(found, Input.ToText(), Input.ToItems(), User.GetStaffId(), stop);
        return Page();
    }

    /// <summary>Saves what was typed, files aside. Somebody else's newer text is never overwritten: 409 with that text.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(Guid id, CancellationToken stop)
    {
        if (!await access.MayAsync(User, id, Permission.DisclosuresDraft, stop)) return NotFound();
        if (!ModelState.IsValid) return Answer(StatusCodes.Status422UnprocessableEntity, new { message = "有内容需要修改，暂未自动保存。" });
        var saved = await saver.SaveAsync(
            new SaveDraft(id, SeenRevision, Input.ToText(), Input.ToItems(), null, [], null, false, User.GetStaffId()), stop);
        var now = await access.FindAsync(User, id, Permission.DisclosuresDraft, stop);
        return saved.Outcome.Kind switch
        {
            OutcomeKind.Done => Answer(StatusCodes.Status200OK, new { revision = now!.Revision }),
            OutcomeKind.EditedMeanwhile => Answer(StatusCodes.Status409Conflict, new
            {
                message = "其他人刚刚保存了这份草稿，自动保存已停止。您填写的内容没有丢失，请与下面的内容核对后按“保存草稿”。",
                title = now!.Text.Title,
                body = now.Text.Body,
                by = now.ChangedAt,
            }),
            OutcomeKind.Refused => Answer(StatusCodes.Status422UnprocessableEntity, new { message = string.Join(' ', saved.Refusals.Select(RefusalTexts.Of)) }),
            _ => NotFound(),
        };
    }

    /// <summary>Pasted HTML as Markdown; pictures come by upload or Word import only.</summary>
    public async Task<IActionResult> OnPostPasteAsync(Guid id, string? html, CancellationToken stop)
    {
        if (!await access.MayAsync(User, id, Permission.DisclosuresDraft, stop)) return NotFound();
        var read = HtmlImport.Read(html);
        return read.Value is { } result
            ? Answer(StatusCodes.Status200OK, new { markdown = WordDraft.WithoutPictures(result), warnings = result.Warnings.Select(w => RefusalTexts.Of(new Refusal(w.Code, null, w.Count))) })
            : Answer(StatusCodes.Status422UnprocessableEntity, new { message = string.Join(' ', read.Refusals.Select(RefusalTexts.Of)) });
    }

    private static JsonResult Answer(int status, object value) => new(value) { StatusCode = status };
}
