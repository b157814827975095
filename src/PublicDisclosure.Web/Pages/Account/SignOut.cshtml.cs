using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>Signing out. Reading the page asks; only the post does it.</summary>
public sealed class SignOutModel(SignInDesk desk) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await desk.SignOutAsync(User.FindStaffId(), stop);
        this.Flash("您已退出登录。");
        return RedirectToPage("SignIn");
    }
}
