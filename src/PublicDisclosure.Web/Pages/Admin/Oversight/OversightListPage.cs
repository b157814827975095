using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Oversight;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Oversight;

/// <summary>What the auditor's lists share: the filter, the page, the same rows as a file.</summary>
public abstract class OversightListPage(OversightLists lists, OrganisationDirectory directory) : PageModel
{
    private static readonly string[] Heading = ["时间（北京时间）", "单位", "索引号", "标题", "事由", "说明", "经手人", "信息编号"];

    [BindProperty(SupportsGet = true)]
    public OversightQuery Filter { get; set; } = new();

    public Page<OversightRow> List { get; private set; } = new([], null, null);

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Which list it is.</summary>
    public abstract OversightList Kind { get; }

    /// <summary>Address of the file with the rows of this search.</summary>
    public string ExportAddress => Request.Path + Request.QueryString.Add("handler", "Export");

    /// <summary>What a line is about, in words.</summary>
    public string About(OversightRow row) =>
        Kind == OversightList.ForcedPublications ? row.Outcome is { } outcome ? $"补办审签：{Words.Of(outcome)}" : "尚未补办审签"
        : row.Ground is { } ground && row.Standing is { } decided ? $"{Words.Of(decided)}：{Words.Of(ground)}"
        : row.Standing is StandingAction.Publish ? "更正发布并关闭此前各版本"
        : row.Standing is { } change ? Words.Of(change)
        : row.Code.Length > 0 ? RefusalTexts.Plain(row.Code) : "";

    public async Task<IActionResult> OnGetAsync(string? after, string? before, CancellationToken stop)
    {
        Organisations = [.. (await directory.ReadAsync(stop)).Select(o => new SelectListItem(o.Name, o.Slug))];
        if (!ModelState.IsValid) return this.Invalid();
        List = await lists.PageAsync(Kind, Filter.ToFilter(after, before), stop);
        return Page();
    }

    /// <summary>The same search as a file.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return await OnGetAsync(null, null, stop);
        var rows = await lists.ExportAsync(Kind, Filter.ToFilter(), stop);
        return File(
            CsvText.Write(Heading, rows.Select(row => new[]
            {
                BusinessClock.BeijingTime(row.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), row.OrganisationName, row.IndexNumber,
                row.Title, About(row), row.Reason, row.Person, row.DisclosureId.ToString(),
            })),
            "text/csv", Words.Of(Kind) + ".csv");
    }
}
