using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>A person changes their own password; with a first password there is no way around this page.</summary>
[EnableRateLimiting(SignInLimit.Policy), OpenWithFirstPassword]
public sealed class ChangePasswordModel(StaffAccounts accounts, SignInDesk desk) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await accounts.ChangeOwnPasswordAsync(User.GetStaffId(), Input.Current, Input.Password, stop);
        if (outcome.IsDone) await desk.RefreshAsync(User.GetStaffId());
        return this.Answer(outcome, () =>
        {
            this.Flash("密码已修改，其他设备上的登录已失效。");
            return Redirect("/admin");
        });
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [Display(Name = "当前密码"), Required, StringLength(PasswordRule.Longest)]
        public string Current { get; init; } = "";

        [Display(Name = "新密码"), Required, StringLength(PasswordRule.Longest)]
        public string Password { get; init; } = "";

        [Display(Name = "再次输入新密码"), Required, Compare(nameof(Password), ErrorMessage = "两次输入的新密码不一致。")]
        public string Repeated { get; init; } = "";
    }
}
