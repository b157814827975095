using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.ErrorReports;

/// <summary>One report: answer, hand on, merge. The contact opens on request alone, and that is noted.</summary>
public sealed class DetailsModel(ErrorReportReader reader, ErrorReportDesk desk, OrganisationDirectory directory) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public ErrorReportSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>The contact, once it was asked for.</summary>
    public string? Contact { get; private set; }

    /// <summary>What the three forms carry.</summary>
    public sealed record Fields
    {
        [Display(Name = "处理结果"), EnumDataType(typeof(ErrorOutcome))]
        public ErrorOutcome Outcome { get; set; }

        [Display(Name = "答复"), StringLength(ErrorReport.AnswerLength)]
        public string? Answer { get; set; }

        [Display(Name = "转交给")]
        public Guid? Organisation { get; set; }

        [Display(Name = "转交的理由"), StringLength(ErrorReport.ContactLength)]
        public string? Reason { get; set; }

        [Display(Name = "并入")]
        public Guid? Into { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        SeenRevision = Sheet.Report.Revision;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => desk.AnswerAsync(new AnswerErrorReport(id, SeenRevision, Input.Outcome, Input.Answer ?? "", by), stop), "已答复，反映人用查询码可以看到。", stop);

    public Task<IActionResult> OnPostTransferAsync(Guid id, CancellationToken stop)
    {
        if (Input.Organisation is null) ModelState.AddModelError("Input.Organisation", "请选择单位。");
        return RunAsync(id, by => desk.TransferAsync(new TransferErrorReport(id, SeenRevision, Input.Organisation!.Value, Input.Reason ?? "", by), stop), "已转交，答复期限不变。", stop, toList: true);
    }

    public Task<IActionResult> OnPostMergeAsync(Guid id, CancellationToken stop)
    {
        if (Input.Into is null) ModelState.AddModelError("Input.Into", "请选择并入哪一份。");
        return RunAsync(id, by => desk.MergeAsync(new MergeErrorReport(id, SeenRevision, Input.Into!.Value, by), stop), "已合并，两份用同一个答复。", stop);
    }

    /// <summary>Opens the contact.</summary>
    public async Task<IActionResult> OnPostContactAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        Contact = await desk.SeeContactAsync(id, User.GetStaffId(), stop);
        ModelState.Clear();
        SeenRevision = Sheet.Report.Revision;
        return Page();
    }

    private async Task<IActionResult> RunAsync(Guid id, Func<Guid, Task<Outcome>> act, string done, CancellationToken stop, bool toList = false)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await act(User.GetStaffId());
        if (outcome.IsDone)
        {
            this.Flash(done);
            return toList ? RedirectToPage("Index") : RedirectToPage("Details", new { id });
        }

        if (!await LoadAsync(id, stop)) return NotFound();
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Sheet.Report.Revision;
        return this.Answer(outcome, NotFound);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await reader.FindAsync(User.ScopeOf(Permission.ErrorReportsHandle), id, stop) is not { } sheet) return false;
        Sheet = sheet;
        Organisations = [.. (await directory.ReadAsync(stop)).Where(o => o.Id != sheet.Report.OrganisationId).Select(o => new SelectListItem(o.ShortName, o.Id.ToString()))];
        return true;
    }
}
