using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Users;

/// <summary>A new account with its first role and a password to be changed.</summary>
public sealed class NewModel(DisclosureDb db, StaffAccounts accounts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Roles => UserReads.RoleChoices(User);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Organisations = await db.OrganisationChoicesAsync(User, stop);
        if (Organisations.Count == 1) Input = Input with { OrganisationId = Guid.Parse(Organisations[0].Value) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Organisations = await db.OrganisationChoicesAsync(User, stop);
        if (!ModelState.IsValid) return this.Invalid();
        var created = await accounts.CreateAsync(
            new CreateStaffUser(Input.UserName, Input.DisplayName, Input.Password, Input.OrganisationId!.Value, Input.Role!.Value, User.GetStaffId(), Email: Input.Email), stop);
        return this.Answer(created.Outcome, () =>
        {
            this.Flash("账号已建立。请将初始密码当面或以其他安全方式告知本人，首次登录须修改。");
            return RedirectToPage("Details", new { id = created.Value });
        });
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [Display(Name = "账号"), Required, StringLength(32)]
        public string UserName { get; init; } = "";

        [Display(Name = "姓名"), Required, StringLength(StaffUser.DisplayNameLength)]
        public string DisplayName { get; init; } = "";

        [Display(Name = "电子邮箱"), StringLength(StaffEmail.Longest)]
        public string? Email { get; init; }

        [Display(Name = "机构"), Required]
        public Guid? OrganisationId { get; init; }

        [Display(Name = "岗位"), Required]
        public StaffRole? Role { get; init; }

        [Display(Name = "初始密码"), Required, StringLength(PasswordRule.Longest)]
        public string Password { get; init; } = "";
    }
}
