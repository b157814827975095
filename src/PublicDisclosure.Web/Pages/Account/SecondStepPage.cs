using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>Signing in, second step: one code, from whoever has passed the first.</summary>
public abstract class SecondStepPage(SignInDesk desk) : ReturningPage
{
    /// <summary>Takes the code.</summary>
    protected SignInDesk Desk { get; } = desk;

    public async Task<IActionResult> OnGetAsync() => await Desk.AwaitsSecondFactorAsync() ? Page() : RedirectToPage("SignIn");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Desk.AwaitsSecondFactorAsync()) return RedirectToPage("SignIn");
        if (!ModelState.IsValid) return this.Invalid();
        if (await GiveAsync(stop) is { } wrong) return this.Refused([wrong]);
        return Forward();
    }

    /// <summary>Gives the code as typed; the refusal where it is wrong.</summary>
    protected abstract Task<Refusal?> GiveAsync(CancellationToken stop);
}
