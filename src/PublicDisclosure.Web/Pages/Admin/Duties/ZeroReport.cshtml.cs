using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Duties;

/// <summary>One declaration of 本期无信息; the second person decides here.</summary>
public sealed class ZeroReportModel(ZeroReportQueries reports, DutyDesk desk) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public ZeroReportSheet Sheet { get; private set; } = null!;

    /// <summary>The person holds the permission to decide, and something waits.</summary>
    public bool MayDecide { get; private set; }

    /// <summary>Why this person cannot decide all the same.</summary>
    public IReadOnlyList<Refusal> Barriers { get; private set; } = [];

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "处理意见"), StringLength(ZeroReport.RemarkLength)]
        public string? Remark { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        SeenRevision = Sheet.Report.Revision;
        return Page();
    }

    /// <summary>Confirms or returns.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, bool confirms, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !User.GetRights().Has(Permission.DisclosuresReview, Sheet.Report.OrganisationId)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await desk.DecideAsync(new DecideZeroReport(id, SeenRevision, confirms, Input.Remark ?? "", User.GetStaffId()), stop);
        if (outcome.IsDone)
        {
            this.Flash(confirms ? "已确认，网站显示为本期无信息。" : "已退回经办人。");
            return RedirectToPage("ZeroReport", new { id });
        }

        await LoadAsync(id, stop);
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Sheet.Report.Revision;
        return this.Answer(outcome, NotFound);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await reports.FindAsync(User.ScopeOf(Permission.CoverageRead), id, stop) is not { } sheet) return false;
        Sheet = sheet;
        MayDecide = sheet.Report.State == ZeroReportState.Declared && User.GetRights().Has(Permission.DisclosuresReview, sheet.Report.OrganisationId);
        Barriers = MayDecide ? sheet.Report.CheckDecision(User.GetStaffId()) : [];
        return true;
    }
}
