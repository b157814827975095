using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text.Media;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Says in words what a picture, a sound or a film of the draft says, and puts it into the text.</summary>
public sealed class MediaWordsModel(DisclosureAccess access, FigureDesk desk) : FigurePage(access)
{
    [BindProperty]
    public MediaWordsInput Input { get; set; } = new();

    public DisclosureAttachment Attachment { get; private set; } = null!;

    public MediaKind Kind { get; private set; }

    /// <summary>It stands in the text already.</summary>
    public bool IsShown { get; private set; }

    public IEnumerable<SelectListItem> Posters => Choices(["jpg", "png"]);

    public IEnumerable<SelectListItem> Captions => Choices(["vtt"]);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid attachmentId, CancellationToken stop)
    {
        if (await ReadAsync(id, attachmentId, stop) is { } other) return other;
        if (FigureDesk.BlockOf(Disclosure.Text.Body, Address) is { } block && MediaReader.Read(Kind, block.Lines).Block is { } shown)
            Input = new MediaWordsInput { Title = shown.Title, Poster = MediaBlock.FileNameIn(shown.Poster), Captions = MediaBlock.FileNameIn(shown.Captions), Words = string.Join("\n\n", shown.Words) };
        return Shown(Page);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid attachmentId, CancellationToken stop)
    {
        if (await ReadAsync(id, attachmentId, stop) is { } other) return other;
        if (!ModelState.IsValid) return this.Invalid();
        if (Unknown(Input.Poster, Posters) || Unknown(Input.Captions, Captions)) return this.Refused([new Refusal("Media.ChoiceUnknown")]);
        var block = new MediaBlock(Kind, Input.Title!.Trim(), Address, Named(Input.Poster), Named(Input.Captions), Paragraphs(Input.Words!));
        return await AnswerAsync(await desk.PutMediaAsync(Edit, block, stop), $"“{Attachment.FileName}”已放进正文，草稿已保存。", () => RedirectToPage("Media", new { id }), stop);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid attachmentId, CancellationToken stop)
    {
        if (await ReadAsync(id, attachmentId, stop) is { } other) return other;
        ModelState.Clear();
        return await AnswerAsync(await desk.RemoveMediaAsync(Edit, Address, stop), "已从正文中去掉，文件还在附件里。", () => RedirectToPage("Media", new { id }), stop);
    }

    private string Address => MediaBlock.Scheme + Attachment.FileName;

    private static string Named(string? name) => string.IsNullOrEmpty(name) ? "" : MediaBlock.Scheme + name;

    private static bool Unknown(string? chosen, IEnumerable<SelectListItem> choices) => !string.IsNullOrEmpty(chosen) && choices.All(c => c.Value != chosen);

    private static List<string> Paragraphs(string words) => [.. words.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private List<SelectListItem> Choices(string[] kinds) =>
        [.. Disclosure.Attachments.Where(a => kinds.Contains(a.Kind)).OrderBy(a => a.SortOrder).Select(a => new SelectListItem(a.FileName, a.FileName))];

    private async Task<IActionResult?> ReadAsync(Guid id, Guid attachmentId, CancellationToken stop)
    {
        if (await LoadAsync(id, stop) is { } other) return other;
        if (Disclosure.Attachments.FirstOrDefault(a => a.Id == attachmentId && a.Kind is ("mp3" or "mp4" or "jpg" or "png")) is not { } file) return NotFound();
        Attachment = file;
        Kind = file.Kind switch { "mp3" => MediaKind.Audio, "mp4" => MediaKind.Video, _ => MediaKind.Picture };
        IsShown = FigureDesk.BlockOf(Disclosure.Text.Body, Address) is not null;
        return null;
    }
}

/// <summary>The words of a picture, a sound or a film.</summary>
public sealed record MediaWordsInput
{
    [Display(Name = "标题"), Required(ErrorMessage = "请填写标题。"), StringLength(MediaReader.TitleLength, ErrorMessage = "标题不能超过100个字。")]
    public string? Title { get; set; }

    [Display(Name = "封面"), StringLength(DisclosureAttachment.FileNameLength, ErrorMessage = "请从列表中选择。")]
    public string? Poster { get; set; }

    [Display(Name = "字幕"), StringLength(DisclosureAttachment.FileNameLength, ErrorMessage = "请从列表中选择。")]
    public string? Captions { get; set; }

    [Display(Name = "文字内容"), Required(ErrorMessage = "请填写文字内容。"), StringLength(100_000, ErrorMessage = "文字内容不能超过100000个字。")]
    public string? Words { get; set; }
}
