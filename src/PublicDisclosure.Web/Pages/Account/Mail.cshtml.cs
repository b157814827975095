using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>How a person is written to about what waits: at once, once a day, or not at all.</summary>
public sealed class MailModel(DisclosureDb db, StaffAccounts accounts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var id = User.GetStaffId();
        Input = new Form { Choice = await db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => u.TaskMail).SingleAsync(stop) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        return this.Answer(await accounts.ChooseTaskMailAsync(User.GetStaffId(), Input.Choice, stop), () =>
        {
            this.Flash("已保存。");
            return Redirect("/account/profile");
        });
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [Display(Name = "待办事项的邮件"), EnumDataType(typeof(TaskMail))]
        public TaskMail Choice { get; init; }
    }
}
