using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Disclosures.Imports;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Admin.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Imports;

/// <summary>Takes a file of pages of an old site.</summary>
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(DisclosureDb db, DutyItems duties, ImportUploads uploads, IOptions<BatchOptions> options) : PageModel
{
    // A little above the largest setting; the setting itself is asked first thing and answered in words.
    private const int MostBytes = 510 * 1024 * 1024;

    /// <summary>What the columns hold: name in a table, key in .json, how to write it.</summary>
    public static IReadOnlyList<(string Name, string Key, string How)> Columns { get; } =
    [
        ("标题", "title", "必须填写。"),
        ("原发布日期", "publishedOn", "必须填写，原网站页面上的日期，如 2019-01-05、2019年1月5日；不能晚于今天。"),
        ("正文", "body", "正文和附件至少有一样。可以是原网页的 html 代码，也可以是纯文本。文中有英文双引号、逗号的，用 Excel、WPS 另存为 .csv 时会自动处理。"),
        ("正文格式", "format", "html、markdown 或“纯文本”；不填的，由系统判断。"),
        ("附件", "files", "附件在 .zip 中的路径，几个附件用分号隔开。附件和表格要放进同一个 .zip。"),
        ("原网址", "url", "原网站上的网址，用来识别是否已经导入过，建议填写。"),
        ("公开事项编码", "item", "不填的，用上面选定的公开事项。"),
        ("发布单位", "organisation", "单位全称、简称或网址中的代号；不填的，归上面的单位。"),
        ("发文字号", "number", "如 浔政办发〔2019〕12号；不填的，从正文中识别。"),
        ("成文日期", "date", "写法同原发布日期；不填的，从正文落款识别。"),
        ("信息形成日期", "formedOn", "写法同上；不填的，与成文日期相同。都没有的，导入后在草稿中补填。"),
        ("内容概述", "summary", "不填的，取正文的第一句。"),
    ];

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Items to choose from, where the person imports for one organisation only.</summary>
    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    /// <summary>What may be sent.</summary>
    public string FileHint => $".csv（UTF-8、GB18030）、.json，或者装有表格和附件的 .zip，不超过 {options.Value.LargestImportMegabytes} MB、{options.Value.MostRows} 行。";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FillAsync(stop) ? Page() : NotFound();

    /// <summary>A file to begin with, for an item of the organisation.</summary>
    public async Task<IActionResult> OnGetSampleAsync(string? format, CancellationToken stop)
    {
        if (!await FillAsync(stop)) return NotFound();
        var code = (await duties.OfAsync(Input.Organisation!.Value, null, stop)).Select(i => i.Code).FirstOrDefault("");
        return format switch
        {
            "csv" => File(ImportSample.Csv(code), "text/csv; charset=utf-8", "导入示例.csv"),
            "json" => File(ImportSample.Json(code), "application/json", "导入示例.json"),
            "zip" => File(ImportSample.Zip(code), "application/zip", "导入示例.zip"),
            _ => NotFound(),
        };
    }

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
        if (Input.Organisation is not { } id || !mine.Exists(o => o.Id == id)) return false;
        if (mine.Count == 1)
        {
            var domains = new Dictionary<string, SelectListGroup>();
            Items = [.. (await duties.OfAsync(id, null, stop)).Select(i => new SelectListItem(DraftForm.Path(i.Text), i.Code)
            {
                Group = domains.TryGetValue(i.DomainName, out var domain) ? domain : domains[i.DomainName] = new SelectListGroup { Name = i.DomainName },
            })];
        }

        return true;
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
