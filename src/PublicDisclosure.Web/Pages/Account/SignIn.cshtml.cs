using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>Signing in: account and password.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SignInModel(SignInDesk desk) : ReturningPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IActionResult OnGet() => User.FindStaffId() is null ? Page() : Forward();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        return await desk.SignInAsync(Input.UserName.Trim(), Input.Password, stop) switch
        {
            SignInAnswer.Done => Forward(),
            SignInAnswer.NeedsSecondFactor => RedirectToPage("TwoFactorSignIn", new { ReturnUrl = LocalReturnUrl }),
            _ => this.Refused([new Refusal("Account.SignInFailed")]),
        };
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [Display(Name = "账号"), Required, StringLength(64)]
        public string UserName { get; init; } = "";

        [Display(Name = "密码"), Required, StringLength(128)]
        public string Password { get; init; } = "";
    }
}
