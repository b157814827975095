using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Writes a draft: text, items, files, Word import; the checklist stands beside the form.</summary>
[RequestSizeLimit(DraftUploads.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = DraftUploads.LargestRequest)]
public sealed class EditModel(DisclosureAccess access, DraftSaver saver, DraftPreview preview, DutyItems duties) : PageModel
{
    [BindProperty]
    public DraftInput Input { get; set; } = new();

    /// <summary>The revision the person saw.</summary>
    [BindProperty]
    public int SeenRevision { get; set; }

    public Disclosure Disclosure { get; private set; } = null!;

    public DraftForm Form { get; private set; } = null!;

    /// <summary>The checklist for what the form holds; null when it cannot be asked.</summary>
    public ChecklistResult? Check { get; private set; }

    /// <summary>The text as it will look, when it was asked for.</summary>
    public RenderedText? Rendered { get; private set; }

    /// <summary>The text that somebody else saved meanwhile.</summary>
    public DisclosureText? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresDraft, stop) is not { } found) return NotFound();
        if (found.State != DisclosureState.Draft)
        {
            this.Flash(RefusalTexts.Of(new Refusal("Disclosure.NotDraft")));
            return RedirectToPage("Details", new { id });
        }

        SeenRevision = found.Revision;
        Input = found.Text.ToInput(found.Items.OrderBy(i => i.SortOrder).Select(i => new ItemChoice(i.ItemCode, i.Elements)), found.Attachments);
        await FillAsync(found, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? go, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresDraft, stop) is not { } found) return NotFound();
        if (!ModelState.IsValid) return await AgainAsync(found, this.Invalid, stop);
        var saved = await saver.SaveAsync(
            new SaveDraft(id, SeenRevision, Input.ToText(), Input.ToItems(), Input.ToFiles(), Input.ToUploads(), Input.Word.ToUpload(), Input.ReplaceBody, User.GetStaffId()), stop);
        if (saved.IsDone)
        {
            this.Flash(DraftUploads.Message(saved.Value!, Input.Word is null ? "草稿已保存。" : "Word 文件已导入，草稿已保存。"));
            return RedirectToPage(go == "submit" ? "Submit" : "Edit", new { id });
        }

        if (saved.Outcome.Kind == OutcomeKind.EditedMeanwhile)
        {
            // What was typed stays in the form; saving again puts it over the other text, which stands beside it.
            Stored = found.Text;
            ModelState.Remove(nameof(SeenRevision));
            SeenRevision = found.Revision;
        }

        return await AgainAsync(found, () => this.Answer(saved.Outcome, NotFound), stop);
    }

    /// <summary>Shows the text as it will look, without script and without saving.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresDraft, stop) is not { } found) return NotFound();
        ModelState.Clear();
        Rendered = DraftPreview.Render(Input.Body ?? "", StaffFiles.AddressIn(found));
        return await AgainAsync(found, Page, stop);
    }

    private async Task<IActionResult> AgainAsync(Disclosure found, Func<IActionResult> answer, CancellationToken stop)
    {
        await FillAsync(found, stop);
        return answer();
    }

    private async Task FillAsync(Disclosure found, CancellationToken stop)
    {
        Disclosure = found;
        Form = new DraftForm
        {
            Input = Input,
            Id = found.Id,
            FixedFormedOn = found.IsFormedOnFixed ? found.Text.FormedOn : null,
            TriggerAnchor = await duties.AnchorAsync(found.OrganisationId, [.. Input.ToItems().Select(i => i.ItemCode)], Input.Genre, Input.FormedOn ?? Input.DocumentDate, stop),
            IsTriggerFixed = found.CurrentVersion > 0,
            Files = found.Attachments,
            Items = await duties.FindAsync(found.OrganisationId, [.. Input.Items.Select(i => i.Code ?? "")], stop),
            Duties = await duties.OfAsync(found.OrganisationId, null, stop),
        };
        Check = await preview.CheckAsync(found, Input.ToText(), Input.ToItems(), User.GetStaffId(), stop);
    }
}
