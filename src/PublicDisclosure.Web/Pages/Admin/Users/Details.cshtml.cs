using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Users;

/// <summary>An account and its roles; grants and revokes.</summary>
public sealed class DetailsModel(DisclosureDb db, MembershipEditor memberships, BusinessClock clock) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public UserView Account { get; private set; } = null!;

    public bool IsLockedOut => Account.LockoutEnd is { } end && end.UtcDateTime > clock.Now;

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Roles => UserReads.RoleChoices(User);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop)) return NotFound();
        Input = new Form { SeenStamp = Account.Stamp };
        return Page();
    }

    public async Task<IActionResult> OnPostGrantAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop)) return NotFound();
        if (Input.OrganisationId is not { } organisation) ModelState.AddModelError("Input.OrganisationId", "请选择机构。");
        else if (Input.Role is not { } role) ModelState.AddModelError("Input.Role", "请选择岗位。");
        else if (ModelState.IsValid)
            return Answer(await memberships.GrantAsync(new(id, Input.SeenStamp, organisation, role, User.GetStaffId()), stop), id, "岗位已授予。");
        return this.Invalid();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, Guid membership, CancellationToken stop) =>
        await FillAsync(id, stop)
            ? Answer(await memberships.RevokeAsync(new(id, Input.SeenStamp, membership, User.GetStaffId()), stop), id, "岗位已撤销，该人员须重新登录。")
            : NotFound();

    private IActionResult Answer(Outcome outcome, Guid id, string done) => this.Answer(outcome, () =>
    {
        this.Flash(done);
        return RedirectToPage(new { id });
    });

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if (await db.FindUserAsync(User, id, stop) is not { } account) return false;
        Account = account;
        Organisations = await db.OrganisationChoicesAsync(User, stop);
        return true;
    }

    /// <summary>The form of a new role.</summary>
    public sealed record Form
    {
        [StringLength(64)]
        public string SeenStamp { get; init; } = "";

        [Display(Name = "机构")]
        public Guid? OrganisationId { get; init; }

        [Display(Name = "岗位")]
        public StaffRole? Role { get; init; }
    }
}
