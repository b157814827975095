using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Audit;

/// <summary>Who did what to what, and when.</summary>
public sealed class IndexModel(AuditLog log) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AuditFilter Filter { get; set; } = new();

    public Page<AuditRow> List { get; private set; } = new([], null, null);

    public IEnumerable<SelectListItem> Acts => AuditWords.Choices.Select(choice => new SelectListItem(choice.Text, choice.Value));

    /// <summary>Address of the file with the rows of this search.</summary>
    public string ExportAddress => Request.Path + Request.QueryString.Add("handler", "Export");

    public async Task<IActionResult> OnGetAsync(string? after, string? before, CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        List = await log.PageAsync(Filter.ToSearch(), after, before, stop);
        return Page();
    }

    /// <summary>The same search as a file.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        return File(AuditCsv.Write(await log.ExportAsync(Filter.ToSearch(), stop)), "text/csv", "审计日志.csv");
    }
}
