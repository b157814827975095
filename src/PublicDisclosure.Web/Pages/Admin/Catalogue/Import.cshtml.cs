using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>Takes a catalogue file, or a table pasted from a web page, for a draft edition.</summary>
[RequestSizeLimit(CatalogueReader.MaxBytes + 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = CatalogueReader.MaxBytes + 1024 * 1024, ValueLengthLimit = CatalogueReader.MaxBytes)]
public sealed class ImportModel(CatalogueImportWorkflow workflow, ImportProgress progress) : PageModel
{
    [BindProperty]
    public ImportInput Input { get; set; } = new();

    public DraftEdition Edition { get; private set; } = default!;

    public IEnumerable<SelectListItem> Domains => Edition.Domains.Select(name => new SelectListItem(name, name));

    public async Task<IActionResult> OnGetAsync(Guid editionId, CancellationToken cancel) =>
        await FindAsync(editionId, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid editionId, CancellationToken cancel)
    {
        if (!await FindAsync(editionId, cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var (name, content) = await ContentAsync(cancel);
        if (content is null) return this.Refused([new Refusal("CatalogueImport.NothingGiven", "File")]);
        using var reading = progress.Follow(Input.Ticket);
        // Reading thousands of rows takes seconds; it leaves the request's thread so that the progress can be asked for.
        var kept = await Task.Run(() => workflow.UploadAsync(new UploadCatalogue(editionId, name, content, Input.Domain ?? "", By), reading, cancel), cancel);
        return this.Answer(kept.Outcome, () => RedirectToPage("ImportPreview", new { id = kept.Value }));
    }

    /// <summary>Rows read so far of the file under the form's ticket, for the script beside the form.</summary>
    public IActionResult OnGetProgress(Guid ticket) => new JsonResult(new { rows = progress.RowsOf(ticket) });

    private Guid By => User.GetStaffId();

    private async Task<bool> FindAsync(Guid editionId, CancellationToken cancel)
    {
        var edition = await workflow.FindDraftAsync(editionId, By, cancel);
        if (edition is not null) Edition = edition;
        return edition is not null;
    }

    /// <summary>The file if there is one, else the pasted table.</summary>
    private async Task<(string Name, byte[]? Content)> ContentAsync(CancellationToken cancel)
    {
        if (Input.File is null) return ("粘贴的表格", string.IsNullOrWhiteSpace(Input.Pasted) ? null : Encoding.UTF8.GetBytes(Input.Pasted));
        using var content = new MemoryStream();
        await Input.File.CopyToAsync(content, cancel);
        return (Path.GetFileName(Input.File.FileName), content.ToArray());
    }
}

/// <summary>A file or a pasted table, and the domain where neither names it.</summary>
public sealed record ImportInput
{
    /// <summary>Made with the form, so that its script can ask how far the reading is.</summary>
    public Guid Ticket { get; init; } = Guid.NewGuid();

    [Display(Name = "目录文件")]
    public IFormFile? File { get; init; }

    [Display(Name = "粘贴的表格")]
    public string? Pasted { get; init; }

    [Display(Name = "所属领域")]
    public string? Domain { get; init; }
}
