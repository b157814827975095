using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Duties;

/// <summary>Records 内容核对无误 for the page of a standing duty.</summary>
public sealed class CheckModel(DutyAccess access, DutyDesk desk, ContentCheckReader reader) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public CheckSheet Sheet { get; private set; } = null!;

    /// <summary>What the form carries: also the page and version that the person looked at.</summary>
    public sealed record Fields
    {
        public Guid SeenPage { get; set; }

        public int SeenVersion { get; set; }

        [Display(Name = "备注"), StringLength(ContentCheck.RemarkLength)]
        public string? Remark { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid dutyId, CancellationToken stop)
    {
        if (!await LoadAsync(dutyId, stop)) return NotFound();
        See();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid dutyId, CancellationToken stop)
    {
        if (!await LoadAsync(dutyId, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await desk.CheckAsync(new CheckContent(dutyId, Input.SeenPage, Input.SeenVersion, Input.Remark ?? "", User.GetStaffId()), stop);
        if (outcome.Kind == OutcomeKind.EditedMeanwhile) See();
        return this.Answer(outcome, () =>
        {
            this.Flash("已登记内容核对，网站显示核对日期；发布日期和更新日期不变。");
            return RedirectToPage("Check", new { dutyId });
        });
    }

    private void See()
    {
        ModelState.Remove("Input.SeenPage");
        ModelState.Remove("Input.SeenVersion");
        (Input.SeenPage, Input.SeenVersion) = (Sheet.Page?.Id ?? Guid.Empty, Sheet.Page?.Version ?? 0);
    }

    private async Task<bool> LoadAsync(Guid dutyId, CancellationToken stop)
    {
        if (await access.FindAsync(User, dutyId, Permission.DisclosuresDraft, stop) is not { } duty) return false;
        Sheet = await reader.SheetAsync(duty, stop);
        return true;
    }
}
