using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Users;

/// <summary>Name, address, closing and opening, second factor of an account.</summary>
public sealed class AccountModel(DisclosureDb db, StaffAccounts accounts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public UserView Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.FindUserAsync(User, id, stop) is not { } account) return NotFound();
        Account = account;
        Input = new Form { SeenStamp = account.Stamp, DisplayName = account.DisplayName, Email = account.Email };
        return Page();
    }

    public Task<IActionResult> OnPostRenameAsync(Guid id, CancellationToken stop) =>
        ActAsync(id, act => accounts.RenameAsync(act, Input.DisplayName ?? "", stop), "姓名已修改。", stop);

    public Task<IActionResult> OnPostEmailAsync(Guid id, CancellationToken stop) =>
        ActAsync(id, act => accounts.ChangeEmailAsync(act, Input.Email, stop), "电子邮箱已修改。", stop);

    public Task<IActionResult> OnPostDeactivateAsync(Guid id, CancellationToken stop) =>
        ActAsync(id, act => accounts.DeactivateAsync(act, stop), "账号已停用，登录立即失效。", stop);

    public Task<IActionResult> OnPostReactivateAsync(Guid id, CancellationToken stop) =>
        ActAsync(id, act => accounts.ReactivateAsync(act, stop), "账号已恢复。", stop);

    public Task<IActionResult> OnPostResetSecondFactorAsync(Guid id, CancellationToken stop) =>
        ActAsync(id, act => accounts.ResetSecondFactorAsync(act, stop), "双因素登录已重置，该人员只用密码即可登录，请提醒其重新设置。", stop);

    private async Task<IActionResult> ActAsync(Guid id, Func<StaffUserAct, Task<Outcome>> act, string done, CancellationToken stop)
    {
        if (await db.FindUserAsync(User, id, stop) is not { } account) return NotFound();
        Account = account;
        if (!ModelState.IsValid) return this.Invalid();
        return this.Answer(await act(new StaffUserAct(id, Input.SeenStamp, User.GetStaffId())), () =>
        {
            this.Flash(done);
            return RedirectToPage("Details", new { id });
        });
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [StringLength(64)]
        public string SeenStamp { get; init; } = "";

        [Display(Name = "姓名"), StringLength(StaffUser.DisplayNameLength)]
        public string? DisplayName { get; init; }

        [Display(Name = "电子邮箱"), StringLength(StaffEmail.Longest)]
        public string? Email { get; init; }
    }
}
