using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
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

    /// <summary>The choices, each with what it means.</summary>
    public static IReadOnlyList<SelectListItem> Choices { get; } = [.. Enum.GetValues<TaskMail>().Select(c => new SelectListItem($"{Words.Of(c)}：{Meaning(c)}", c.ToString()))];

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

    private static string Meaning(TaskMail choice) => choice switch
    {
        TaskMail.Daily => "每天上午把新的事项合成一封",
        TaskMail.AtOnce => "几分钟内发出，适合办理舆情的人员",
        _ => "只在网站上查看",
    };

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [Display(Name = "待办事项的邮件"), EnumDataType(typeof(TaskMail))]
        public TaskMail Choice { get; init; }
    }
}
