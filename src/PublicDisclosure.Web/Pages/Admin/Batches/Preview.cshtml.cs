using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Batches;

/// <summary>Shows every row of a file as it was understood; confirming enters the good ones as drafts.</summary>
public sealed class PreviewModel(BatchUploads uploads) : PageModel
{
    /// <summary>Rows a list of the page shows.</summary>
    public const int MostShown = 200;

    private const int LongestBeginning = 80;

    public BatchPreview Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    /// <summary>The rows with problems as a .csv.</summary>
    public async Task<IActionResult> OnGetRejectedAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        return Csv(RejectedRows.Write(Preview.Reading, RefusalTexts.Of), Path.GetFileNameWithoutExtension(Preview.Upload.FileName) + "-有问题的行.csv");
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, bool all, CancellationToken stop)
    {
        var batch = await uploads.ConfirmAsync(new ConfirmBatch(id, all, User.GetStaffId(), RefusalTexts.Of), stop);
        if (batch.IsDone)
        {
            this.Flash("已录入为草稿。");
            return RedirectToPage("Details", new { id = batch.Value });
        }

        return await FindAsync(id, stop) ? this.Answer(batch.Outcome, NotFound) : NotFound();
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken stop)
    {
        var outcome = await uploads.DiscardAsync(id, User.GetStaffId(), stop);
        if (outcome.Kind == OutcomeKind.NotFound) return NotFound();
        this.Flash("已放弃，没有录入。");
        return Redirect("/admin/batches");
    }

    /// <summary>The beginning of a row, so that it can be found again; numbers of persons stay masked on the screen.</summary>
    public static string Beginning(SheetRow row)
    {
        var text = string.Join(" | ", row.Cells);
        foreach (var hit in PersonalDataFinder.Find(text).Reverse()) text = text[..hit.Start] + hit.Masked + text[(hit.Start + hit.Length)..];
        return ShortText.Of(text, LongestBeginning);
    }

    internal static FileContentResult Csv(string csv, string name) =>
        new(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(csv)).ToArray(), "text/csv; charset=utf-8") { FileDownloadName = name };

    private async Task<bool> FindAsync(Guid id, CancellationToken stop) => (Preview = (await uploads.PreviewAsync(id, User.GetStaffId(), stop))!) is not null;
}
