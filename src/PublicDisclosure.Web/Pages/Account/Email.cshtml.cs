using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>A person's own address for reminders.</summary>
public sealed class EmailModel(DisclosureDb db, StaffAccounts accounts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var id = User.GetStaffId();
        Input = new Form { Email = await db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => u.Email).SingleAsync(stop) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        return this.Answer(await accounts.ChangeOwnEmailAsync(User.GetStaffId(), Input.Email, stop), () =>
        {
            this.Flash(StaffEmail.Normalize(Input.Email) is { } email ? $"提醒邮件今后发到 {email}。" : "电子邮箱已清除，今后不再收到提醒邮件。");
            return Redirect("/account/profile");
        });
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [Display(Name = "电子邮箱"), StringLength(StaffEmail.Longest)]
        public string? Email { get; init; }
    }
}
