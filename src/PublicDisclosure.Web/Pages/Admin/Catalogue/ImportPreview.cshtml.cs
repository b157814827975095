using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>Shows every row of a file as it was understood; confirming writes it into the draft.</summary>
public sealed class ImportPreviewModel(CatalogueImportWorkflow workflow) : PageModel
{
    private const int RowsPerPage = 100;

    [BindProperty]
    public int SeenRevision { get; set; }

    public ImportPreview Preview { get; private set; } = default!;

    /// <summary>Page of the row list, from 1: a file may have thousands of rows.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public int PageCount => NumberedPages.Count(Preview.Rows.Count, RowsPerPage);

    public IEnumerable<ComparedRow> Shown => Preview.Rows.Skip((Math.Clamp(PageNumber, 1, PageCount) - 1) * RowsPerPage).Take(RowsPerPage);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancel)
    {
        var result = await workflow.ConfirmAsync(new ConfirmImport(id, SeenRevision, By), cancel);
        if (result.IsDone)
        {
            var done = result.Value!;
            this.Flash($"已导入草案：新增 {done.Added} 项，修改 {done.Changed} 项，未变 {done.Unchanged} 项。");
            return Redirect("/admin/catalogue");
        }

        return await FindAsync(id, cancel) ? this.Answer(result.Outcome, () => Page()) : NotFound();
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancel)
    {
        var outcome = await workflow.DiscardAsync(id, By, cancel);
        if (outcome.IsDone) this.Flash("已放弃导入，草案没有改动。");
        return outcome.Kind == OutcomeKind.NotFound ? NotFound() : Redirect("/admin/catalogue");
    }

    /// <summary>新增, 修改, 未变.</summary>
    public static (string Word, string Tone) Word(RowStanding standing) => standing switch
    {
        RowStanding.Added => ("新增", "green"),
        RowStanding.Changed => ("修改", "amber"),
        _ => ("未变", "grey"),
    };

    private Guid By => User.GetStaffId();

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var preview = await workflow.PreviewAsync(id, By, cancel);
        if (preview is not null) Preview = preview;
        return preview is not null;
    }
}
