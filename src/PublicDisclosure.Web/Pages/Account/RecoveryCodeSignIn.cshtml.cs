using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>Signing in, second step without the device: a recovery code.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class RecoveryCodeSignInModel(SignInDesk desk) : SecondStepPage(desk)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    protected override async Task<Refusal?> GiveAsync(CancellationToken stop) =>
        await Desk.GiveRecoveryCodeAsync(Input.Code, stop) ? null : new Refusal("Account.RecoveryCodeWrong", "Code");

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [Display(Name = "恢复码"), Required, StringLength(32)]
        public string Code { get; init; } = "";
    }
}
