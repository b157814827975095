using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Disclosures.Imports;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Imports;

/// <summary>Shows every row of an import as it was understood; confirming enters the good ones as drafts.</summary>
public sealed class PreviewModel(DisclosureDb db, ImportUploads imports, BatchUploads uploads) : PageModel
{
    private Dictionary<Guid, string> _names = [];

    public ImportPreview Preview { get; private set; } = null!;

    /// <summary>Short name of an organisation of the rows.</summary>
    public string NameOf(Guid organisation) => _names.GetValueOrDefault(organisation, "");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    /// <summary>The rows with problems as a .csv.</summary>
    public async Task<IActionResult> OnGetRejectedAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        return Batches.PreviewModel.Csv(RejectedRows.Write(Preview.Reading.Sheet, RefusalTexts.Of), Path.GetFileNameWithoutExtension(Preview.Upload.FileName) + "-有问题的行.csv");
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, bool all, CancellationToken stop)
    {
        var batches = await imports.ConfirmAsync(new ConfirmBatch(id, all, User.GetStaffId(), RefusalTexts.Of), stop);
        if (batches.Value is { } made)
        {
            var entered = await db.Batches.Where(b => made.Contains(b.Id)).SumAsync(b => b.RowCount, stop);
            var left = await db.BatchUploads.Where(u => u.Id == id).Select(u => u.RejectedCount).SingleAsync(stop);
            this.Flash($"已导入 {entered} 条为草稿。" + (left > 0 ? $"另有 {left} 条没有导入，可以在批次页面下载。" : ""));
            return Redirect(made.Count == 1 ? $"/admin/batches/{made[0]}" : "/admin/batches");
        }

        return await FindAsync(id, stop) ? this.Answer(batches.Outcome, NotFound) : NotFound();
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken stop)
    {
        var outcome = await uploads.DiscardAsync(id, User.GetStaffId(), stop);
        if (outcome.Kind == OutcomeKind.NotFound) return NotFound();
        this.Flash("已放弃，没有导入。");
        return Redirect("/admin/imports");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (await imports.PreviewAsync(id, User.GetStaffId(), stop) is not { } found) return false;
        Preview = found;
        var ids = found.Reading.Rows.Select(r => r.OrganisationId).Distinct().ToList();
        _names = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, stop);
        return true;
    }
}
