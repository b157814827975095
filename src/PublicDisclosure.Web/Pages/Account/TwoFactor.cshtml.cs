using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>A person's second factor: begin, prove, renew the recovery codes, switch off.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class TwoFactorModel(SecondFactorDesk desk) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsOn { get; private set; }

    public int CodesLeft { get; private set; }

    public AuthenticatorSetup? Setup { get; private set; }

    /// <summary>New recovery codes. They stand in the answer to the post and nowhere else, so that they are seen once only.</summary>
    public IReadOnlyList<string>? NewCodes { get; private set; }

    public Task OnGetAsync() => FillAsync(User.HasSecondFactor());

    public async Task<IActionResult> OnPostBeginAsync()
    {
        await desk.BeginAsync(User.GetStaffId());
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEnableAsync() =>
        await ShowCodesAsync(await desk.EnableAsync(User.GetStaffId(), Input.Code ?? ""), isOnOtherwise: false);

    public async Task<IActionResult> OnPostRenewAsync() =>
        await ShowCodesAsync(await desk.RenewCodesAsync(User.GetStaffId(), Input.Password ?? ""), isOnOtherwise: true);

    public async Task<IActionResult> OnPostDisableAsync()
    {
        var outcome = await desk.DisableAsync(User.GetStaffId(), Input.Password ?? "");
        await FillAsync(isOn: !outcome.IsDone);
        return this.Answer(outcome, () =>
        {
            this.Flash("双因素登录已停用。");
            return RedirectToPage();
        });
    }

    private async Task<IActionResult> ShowCodesAsync(OutcomeOf<IReadOnlyList<string>> outcome, bool isOnOtherwise)
    {
        NewCodes = outcome.Value;
        await FillAsync(isOn: outcome.IsDone || isOnOtherwise);
        return this.Answer(outcome.Outcome, Page);
    }

    private async Task FillAsync(bool isOn)
    {
        IsOn = isOn;
        Setup = isOn ? null : await desk.FindSetupAsync(User.GetStaffId());
        CodesLeft = isOn ? await desk.CountCodesAsync(User.GetStaffId()) : 0;
    }

    /// <summary>The form; which field counts depends on the button.</summary>
    public sealed record Form
    {
        [Display(Name = "验证码"), StringLength(12)]
        public string? Code { get; init; }

        [Display(Name = "当前密码"), StringLength(128)]
        public string? Password { get; init; }
    }
}
