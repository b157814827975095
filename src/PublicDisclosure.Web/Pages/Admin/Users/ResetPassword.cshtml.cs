using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Users;

/// <summary>A new temporary password for an account.</summary>
public sealed class ResetPasswordModel(DisclosureDb db, StaffAccounts accounts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public UserView Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.FindUserAsync(User, id, stop) is not { } account) return NotFound();
        Account = account;
        Input = new Form { SeenStamp = account.Stamp };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await db.FindUserAsync(User, id, stop) is not { } account) return NotFound();
        Account = account;
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await accounts.ResetPasswordAsync(new(id, Input.SeenStamp, User.GetStaffId()), Input.Password, stop);
        return this.Answer(outcome, () =>
        {
            this.Flash("密码已重置，该人员须用新密码登录并修改。");
            return RedirectToPage("Details", new { id });
        });
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [StringLength(64)]
        public string SeenStamp { get; init; } = "";

        [Display(Name = "新密码"), Required, StringLength(PasswordRule.Longest)]
        public string Password { get; init; } = "";
    }
}
