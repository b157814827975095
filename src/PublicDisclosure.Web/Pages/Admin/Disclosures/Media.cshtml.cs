using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text.Media;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Takes in sounds, films and captions, which go from the wire to the disk, and leads to their words.</summary>
[StreamedForm]
public sealed class MediaModel(DisclosureAccess access, FigureDesk desk, MediaIntake intake, IOptions<StorageOptions> storage) : FigurePage(access)
{
    /// <summary>What the file field accepts.</summary>
    public static string Accept { get; } = string.Join(',', FileKind.Media.Select(k => "." + k.Extension));

    /// <summary>Largest sound or film.</summary>
    public long Largest => storage.Value.LargestMedia;

    /// <summary>Files that can be shown in the text, and whether they are.</summary>
    public IReadOnlyList<(DisclosureAttachment File, bool IsShown)> Shows => [.. Disclosure.Attachments.OrderBy(a => a.SortOrder)
        .Where(a => a.Kind is "mp3" or "mp4" or "jpg" or "png").Select(a => (a, FigureDesk.BlockOf(Disclosure.Text.Body, MediaBlock.Scheme + a.FileName) is not null))];

    /// <summary>Captions that were uploaded.</summary>
    public IEnumerable<DisclosureAttachment> Captions => Disclosure.Attachments.Where(a => a.Kind == "vtt").OrderBy(a => a.SortOrder);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await LoadAsync(id, stop) is { } other ? other : Shown(Page);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await LoadAsync(id, stop) is { } other) return other;
        ModelState.Clear();
        var form = HttpContext.Features.Get<StreamedForm>();
        if (form is null || await form.ReadFileAsync(stop) is not { } file) return Shown(() => this.Refused([new Refusal("Media.NothingChosen", "File")], ""));
        SeenRevision = int.TryParse(form.Fields.GetValueOrDefault(nameof(SeenRevision)), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;
        var received = await ReceiveAsync(file.FileName, file.Content, stop);
        if (received.Value is not { } taken) return Shown(() => this.Refused(received.Refusals, ""));
        return await AnswerAsync(await desk.AttachAsync(Edit, taken, stop), $"“{taken.FileName}”已上传。", () => RedirectToPage("Media", new { id }), stop);
    }

    /// <summary>An upload that breaks off, or runs over the size a server allows, is a refusal and no fault.</summary>
    private async Task<OutcomeOf<ReceivedFile>> ReceiveAsync(string name, Stream content, CancellationToken stop)
    {
        try
        {
            return await intake.ReceiveAsync(name, content, stop);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new Refusal("Attachment.TooLarge", "File", SafeFileName.Of(name), Largest / 1024 / 1024);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or BadHttpRequestException)
        {
            return new Refusal("Media.UploadBroken", "File", SafeFileName.Of(name));
        }
    }
}
