using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Disclosures.Imports;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Imports;

/// <summary>Takes a file of pages of an old site.</summary>
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(DisclosureDb db, ImportUploads uploads, IOptions<BatchOptions> options) : PageModel
{
    // A little above the largest setting; the setting itself is asked first thing and answered in words.
    private const int MostBytes = 510 * 1024 * 1024;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>What may be sent.</summary>
    public string FileHint => $".csv（UTF-8、GB18030）、.json，或者装有表格和附件的 .zip，不超过 {options.Value.LargestImportMegabytes} MB、{options.Value.MostRows} 行。";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FillAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FillAsync(stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var most = options.Value.LargestImportMegabytes;
        if (Input.File!.Length > most * 1024L * 1024) return this.Refused([new Refusal("TableFile.TooLarge", "File", most)]);
        using var content = new MemoryStream();
        await Input.File.CopyToAsync(content, stop);
        var kept = await uploads.UploadAsync(
            new UploadBatch(BatchKind.Import, Input.Organisation!.Value, Input.Item?.Trim() ?? "", null, false, Path.GetFileName(Input.File.FileName), content.ToArray(), User.GetStaffId()), stop);
        return this.Answer(kept.Outcome, () => RedirectToPage("Preview", new { id = kept.Value }));
    }

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        var mine = await User.ScopeOf(Permission.ImportsBring).Apply(db.Organisations.AsNoTracking(), o => o.Id).Where(o => o.IsActive)
            .OrderBy(o => o.SortOrder).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        Organisations = [.. mine.Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        Input.Organisation ??= mine.Select(o => (Guid?)o.Id).FirstOrDefault();
        return Input.Organisation is { } id && mine.Exists(o => o.Id == id);
    }

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "发布单位")]
        public Guid? Organisation { get; set; }

        [Display(Name = "公开事项编码"), StringLength(Core.Catalogue.StandardItem.CodeLength, ErrorMessage = "编码太长，请核对。")]
        public string? Item { get; set; }

        [Display(Name = "导入文件"), Required(ErrorMessage = "请选择导入文件。")]
        public IFormFile? File { get; set; }
    }
}
