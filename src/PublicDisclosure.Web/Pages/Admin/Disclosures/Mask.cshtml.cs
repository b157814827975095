using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The masking assistant for the text of a draft, or for one of its files.</summary>
public sealed class MaskModel(DisclosureAccess access, MaskingAssistant assistant) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    /// <summary>Keys of the proposals that are to be applied.</summary>
    [BindProperty]
    public List<string?> Ticked { get; set; } = [];

    public Disclosure Disclosure { get; private set; } = null!;

    /// <summary>The file; null for the text.</summary>
    public DisclosureAttachment? Attachment { get; private set; }

    /// <summary>What was found; null when the file cannot be masked here.</summary>
    public MaskPreview? Preview { get; private set; }

    /// <summary>The ticks as they are: all of them at first.</summary>
    public IReadOnlySet<string>? Chosen { get; private set; }

    /// <summary>The result was asked for.</summary>
    public bool ShowsResult { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? attachmentId, CancellationToken stop)
    {
        if (await LoadAsync(id, attachmentId, stop) is { } other) return other;
        return await ShowAsync(null, Page, stop);
    }

    /// <summary>Shows how it will look with these ticks; nothing is saved.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid id, Guid? attachmentId, CancellationToken stop)
    {
        if (await LoadAsync(id, attachmentId, stop) is { } other) return other;
        ShowsResult = true;
        return await ShowAsync(GivenTicks, Page, stop);
    }

    public async Task<IActionResult> OnPostApplyAsync(Guid id, Guid? attachmentId, CancellationToken stop)
    {
        if (await LoadAsync(id, attachmentId, stop) is { } other) return other;
        var by = User.GetStaffId();
        var outcome = Attachment is null
            ? await assistant.MaskTextAsync(new MaskText(id, SeenRevision, GivenTicks, by), stop)
            : await assistant.MaskFileAsync(new MaskFile(id, SeenRevision, Attachment.Id, GivenTicks, by), stop);
        if (outcome.IsDone)
        {
            this.Flash(Attachment is null ? "正文已脱敏，草稿已保存。" : "已换成脱敏后的新文件，原文件已移入内部保管区，不再对外提供。");
            return RedirectToPage("Edit", new { id });
        }

        if (outcome.Kind == OutcomeKind.EditedMeanwhile && await LoadAsync(id, attachmentId, stop) is { } gone) return gone;
        return await ShowAsync(GivenTicks, () => this.Answer(outcome, NotFound, prefix: ""), stop);
    }

    private HashSet<string> GivenTicks => [.. Ticked.OfType<string>()];

    /// <summary>Loads the draft and the file; the answer instead of the page when there is none.</summary>
    private async Task<IActionResult?> LoadAsync(Guid id, Guid? attachmentId, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresDraft, stop) is not { } found) return NotFound();
        Disclosure = found;
        Attachment = found.Attachments.FirstOrDefault(a => a.Id == attachmentId);
        if (attachmentId is not null && Attachment is null) return NotFound();
        if (found.State == DisclosureState.Draft) return null;
        this.Flash(RefusalTexts.Of(new Refusal("Disclosure.NotDraft")));
        return RedirectToPage("Details", new { id });
    }

    private async Task<IActionResult> ShowAsync(IReadOnlySet<string>? ticked, Func<IActionResult> answer, CancellationToken stop)
    {
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Disclosure.Revision;
        Chosen = ticked;
        if (Attachment is null)
        {
            Preview = await assistant.PreviewTextAsync(Disclosure.Text, ticked, stop);
            return answer();
        }

        var read = await assistant.PreviewFileAsync(Attachment, ticked, stop);
        if (!read.IsDone) return this.Answer(read.Outcome, NotFound, prefix: "");
        Preview = read.Value;
        return Preview!.Refusals.Count > 0 && ticked is not null ? this.Refused(Preview.Refusals) : answer();
    }
}
