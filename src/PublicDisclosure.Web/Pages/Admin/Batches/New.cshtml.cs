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
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Admin.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Batches;

/// <summary>Takes a spreadsheet of decisions, for one organisation and one item.</summary>
[RequestSizeLimit(60 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 60 * 1024 * 1024)]
public sealed class NewModel(DisclosureDb db, DutyItems duties, BatchUploads uploads, IOptions<BatchOptions> options) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Templates { get; private set; } = [];

    /// <summary>What may be sent.</summary>
    public string FileHint => $".xlsx、.xls 或 .csv（UTF-8、GB18030），不超过 {options.Value.LargestSheetMegabytes} MB、{options.Value.MostRows} 行。表头写“行政相对人名称、决定书文号、处罚类别、违法事实、决定日期”等。";

    public async Task<IActionResult> OnGetAsync(Guid? organisation, string? item, CancellationToken stop)
    {
        Input.Organisation = organisation;
        Input.Item = item;
        return await FillAsync(stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FillAsync(stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        using var content = new MemoryStream();
        await Input.File!.CopyToAsync(content, stop);
        var kept = await uploads.UploadAsync(
            new UploadBatch(BatchKind.Decisions, Input.Organisation!.Value, Input.Item!, Input.Template, Input.MaskNames, Path.GetFileName(Input.File.FileName), content.ToArray(), User.GetStaffId()), stop);
        return this.Answer(kept.Outcome, () => RedirectToPage("Preview", new { id = kept.Value }));
    }

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        var mine = await User.ScopeOf(Permission.DisclosuresDraft).Apply(db.Organisations.AsNoTracking(), o => o.Id).OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        Organisations = [.. mine.Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        Input.Organisation ??= mine.Select(o => (Guid?)o.Id).FirstOrDefault();
        if (Input.Organisation is not { } id || mine.All(o => o.Id != id)) return false;
        Items = [.. (await duties.OfAsync(id, null, stop)).GroupBy(i => i.DomainName).SelectMany(domain =>
        {
            var group = new SelectListGroup { Name = domain.Key };
            return domain.Select(i => new SelectListItem(DraftForm.Path(i.Text), i.Code) { Group = group });
        })];
        Templates = [.. await db.Templates.AsNoTracking().Where(t => t.RetiredAt == null && (t.OrganisationId == null || t.OrganisationId == id))
            .OrderBy(t => t.Name).Select(t => new SelectListItem(t.Name, t.Id.ToString())).Take(200).ToListAsync(stop)];
        return true;
    }

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "发布单位")]
        public Guid? Organisation { get; set; }

        [Display(Name = "公开事项"), Required(ErrorMessage = "请选择公开事项。"), StringLength(Core.Catalogue.StandardItem.CodeLength)]
        public string? Item { get; set; }

        [Display(Name = "模板")]
        public Guid? Template { get; set; }

        [Display(Name = "表格文件"), Required(ErrorMessage = "请选择表格文件。")]
        public IFormFile? File { get; set; }

        [Display(Name = "遮盖自然人的姓名")]
        public bool MaskNames { get; set; }
    }
}
