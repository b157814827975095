using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Duties;

/// <summary>Declares 本期无信息 for one period of one duty.</summary>
public sealed class NothingModel(DutyAccess access, DutyDesk desk) : PageModel
{
    /// <summary>Key of the period.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Duty Duty { get; private set; } = null!;

    public UnitLine Unit { get; private set; } = null!;

    /// <summary>Why this period cannot be declared empty now.</summary>
    public IReadOnlyList<Refusal> Barriers { get; private set; } = [];

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "情况说明"), Required, StringLength(ZeroReport.RemarkLength)]
        public string? Remark { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid dutyId, CancellationToken stop) => await LoadAsync(dutyId, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid dutyId, CancellationToken stop)
    {
        if (!await LoadAsync(dutyId, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var declared = await desk.DeclareAsync(new DeclareNothing(dutyId, Period!, Input.Remark ?? "", User.GetStaffId()), stop);
        return this.Answer(declared.Outcome, () =>
        {
            this.Flash("已申报，由另一人确认后向社会公开。");
            return RedirectToPage("ZeroReport", new { id = declared.Value });
        });
    }

    private async Task<bool> LoadAsync(Guid dutyId, CancellationToken stop)
    {
        if (await access.FindAsync(User, dutyId, Permission.DisclosuresDraft, stop) is not { } duty || ReportingPeriod.Parse(Period) is not { } period) return false;
        if (await access.PeriodAsync(dutyId, period, stop) is not { } unit) return false;
        (Duty, Unit) = (duty, unit);
        Barriers = await desk.BarriersAsync(dutyId, period, stop);
        return true;
    }
}
