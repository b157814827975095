using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>Signing in, second step without the device: a recovery code.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class RecoveryCodeSignInModel(SignInDesk desk) : PageModel
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
        if (!await desk.GiveRecoveryCodeAsync(Input.Code, stop)) return this.Refused([new Refusal("Account.RecoveryCodeWrong", "Code")]);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/admin");
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [Display(Name = "恢复码"), Required, StringLength(32)]
        public string Code { get; init; } = "";
    }
}
