using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>Signing in, second step: a code of the authenticator.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class TwoFactorSignInModel(SignInDesk desk) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await desk.AwaitsSecondFactorAsync() ? Page() : RedirectToPage("SignIn");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await desk.AwaitsSecondFactorAsync()) return RedirectToPage("SignIn");
        if (!ModelState.IsValid) return this.Invalid();
        if (!await desk.GiveCodeAsync(Input.Code, stop)) return this.Refused([new Refusal("Account.CodeWrong", "Code")]);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/admin");
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [Display(Name = "验证码"), Required, StringLength(12)]
        public string Code { get; init; } = "";
    }
}
