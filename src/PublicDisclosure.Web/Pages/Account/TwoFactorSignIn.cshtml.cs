using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>Signing in, second step: a code of the authenticator.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class TwoFactorSignInModel(SignInDesk desk) : SecondStepPage(desk)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    protected override async Task<Refusal?> GiveAsync(CancellationToken stop) =>
        await Desk.GiveCodeAsync(Input.Code, stop) ? null : new Refusal("Account.CodeWrong", "Code");

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [Display(Name = "验证码"), Required, StringLength(12)]
        public string Code { get; init; } = "";
    }
}
