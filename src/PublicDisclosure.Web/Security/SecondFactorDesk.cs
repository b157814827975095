using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Security;

/// <summary>What is needed to set up an authenticator.</summary>
/// <param name="Key">The key in groups of four, to type by hand.</param>
/// <param name="Address">The <c>otpauth</c> address the QR code holds.</param>
public sealed record AuthenticatorSetup(string Key, string Address);

/// <summary>Sets a person's second factor up and takes it off: time-based codes (RFC 6238) and ten recovery codes.</summary>
public sealed class SecondFactorDesk(UserManager<StaffUser> users, SignInManager<StaffUser> signIn, SignInRecord record, IOptions<SiteOptions> site)
{
    private const int RecoveryCodes = 10;

    // Where Identity's stores keep the key and the codes; it has no call that forgets them.
    private const string IdentityTokens = "[AspNetUserStore]";
    private static readonly string[] StoredTokens = ["AuthenticatorKey", "RecoveryCodes"];

    /// <summary>The setup under way, or null when none was begun or the factor is already on.</summary>
    public async Task<AuthenticatorSetup?> FindSetupAsync(Guid staffId)
    {
        var user = await UserAsync(staffId);
        if (user.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(user) is not { } key) return null;
        var issuer = Uri.EscapeDataString(site.Value.Name);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(user.UserName!)}?secret={key}&issuer={issuer}&digits=6";
        return new AuthenticatorSetup(string.Join(' ', key.Chunk(4).Select(part => new string(part))), address);
    }

    /// <summary>Makes a new key. The factor is on only once a code has proved that the device has it.</summary>
    public async Task BeginAsync(Guid staffId)
    {
        var user = await UserAsync(staffId);
        if (user.TwoFactorEnabled) return;
        await users.ResetAuthenticatorKeyAsync(user);
        await signIn.RefreshSignInAsync(user);
    }

    /// <summary>Switches the factor on and gives the recovery codes, which are shown this once.</summary>
    public async Task<OutcomeOf<IReadOnlyList<string>>> EnableAsync(Guid staffId, string code)
    {
        var user = await UserAsync(staffId);
        if (user.TwoFactorEnabled) return Outcome.EditedMeanwhile;
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, digits))
            return new Refusal("Account.CodeWrong", "Code");
        record.Note(AccountActs.EnableSecondFactor, user);
        await users.SetTwoFactorEnabledAsync(user, true);
        return await NewCodesAsync(user);
    }

    /// <summary>Ten new recovery codes; the old ones are void.</summary>
    public async Task<OutcomeOf<IReadOnlyList<string>>> RenewCodesAsync(Guid staffId, string password)
    {
        var user = await UserAsync(staffId);
        if (!user.TwoFactorEnabled) return Outcome.EditedMeanwhile;
        if (!await users.CheckPasswordAsync(user, password)) return new Refusal("Account.PasswordWrong", "Password");
        record.Note(AccountActs.RenewRecoveryCodes, user);
        return await NewCodesAsync(user);
    }

    /// <summary>Switches the factor off and forgets key and codes.</summary>
    public async Task<Outcome> DisableAsync(Guid staffId, string password)
    {
        var user = await UserAsync(staffId);
        if (!await users.CheckPasswordAsync(user, password)) return Outcome.Refused("Account.PasswordWrong", "Password");
        record.Note(AccountActs.DisableSecondFactor, user);
        await users.SetTwoFactorEnabledAsync(user, false);
        foreach (var token in StoredTokens) await users.RemoveAuthenticationTokenAsync(user, IdentityTokens, token);
        await signIn.RefreshSignInAsync(user);
        return Outcome.Done;
    }

    /// <summary>How many recovery codes are left.</summary>
    public async Task<int> CountCodesAsync(Guid staffId) => await users.CountRecoveryCodesAsync(await UserAsync(staffId));

    private async Task<OutcomeOf<IReadOnlyList<string>>> NewCodesAsync(StaffUser user)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await signIn.RefreshSignInAsync(user);
        return new OutcomeOf<IReadOnlyList<string>>(Outcome.Done, [.. codes!]);
    }

    private async Task<StaffUser> UserAsync(Guid staffId) =>
        await users.FindByIdAsync(staffId.ToString()) ?? throw new InvalidOperationException("The account behind the session is gone.");
}
