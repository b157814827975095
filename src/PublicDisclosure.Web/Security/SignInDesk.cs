using Microsoft.AspNetCore.Identity;
using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Web.Security;

/// <summary>How an attempt to sign in ended. Failure has one face: it never says whether the account exists.</summary>
public enum SignInAnswer
{
    Done,
    NeedsSecondFactor,
    Failed,
}

/// <summary>Signs people in and out and leaves the rows of the audit log.</summary>
public sealed class SignInDesk(SignInManager<StaffUser> signIn, UserManager<StaffUser> users, IPasswordHasher<StaffUser> hasher, SignInRecord record)
{
    private static string? _decoy;

    /// <summary>First step: account and password.</summary>
    public async Task<SignInAnswer> SignInAsync(string userName, string password, CancellationToken stop)
    {
        var user = await users.FindByNameAsync(userName);
        var wasLocked = user is not null && await users.IsLockedOutAsync(user);
        if (user?.PasswordHash is null || user.DeactivatedAt is not null || wasLocked)
        {
            // The same work as for a known account, so that the time an answer takes tells nothing.
            hasher.VerifyHashedPassword(new StaffUser(), _decoy ??= hasher.HashPassword(new StaffUser(), "decoy"), password);
            await record.WriteAsync(AccountActs.SignInFailed, user, stop);
            return SignInAnswer.Failed;
        }

        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor) return SignInAnswer.NeedsSecondFactor;
        await record.WriteAsync(Act(result, AccountActs.SignIn, AccountActs.SignInFailed), user, stop);
        return result.Succeeded ? SignInAnswer.Done : SignInAnswer.Failed;
    }

    /// <summary>Whether somebody passed the first step and owes the second.</summary>
    public async Task<bool> AwaitsSecondFactorAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    /// <summary>Second step: the code of the authenticator.</summary>
    public async Task<bool> GiveCodeAsync(string code, CancellationToken stop)
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync();
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(Digits(code), isPersistent: false, rememberClient: false);
        await record.WriteAsync(Act(result, AccountActs.SignIn, AccountActs.SecondFactorFailed), user, stop);
        return result.Succeeded;
    }

    /// <summary>Second step without the device: one of the recovery codes, good for once.</summary>
    public async Task<bool> GiveRecoveryCodeAsync(string code, CancellationToken stop)
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync();
        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(code.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        await record.WriteAsync(Act(result, AccountActs.RecoveryCodeUsed, AccountActs.SecondFactorFailed), user, stop);
        return result.Succeeded;
    }

    /// <summary>Ends the session.</summary>
    public async Task SignOutAsync(Guid? staffId, CancellationToken stop)
    {
        if (staffId is { } id && await users.FindByIdAsync(id.ToString()) is { } user) await record.WriteAsync(AccountActs.SignOut, user, stop);
        await signIn.SignOutAsync();
    }

    /// <summary>Keeps the person's own session after their security stamp changed.</summary>
    public async Task RefreshAsync(Guid staffId)
    {
        if (await users.FindByIdAsync(staffId.ToString()) is { } user) await signIn.RefreshSignInAsync(user);
    }

    private static string Act(SignInResult result, string done, string failed) =>
        result.Succeeded ? done : result.IsLockedOut ? AccountActs.LockedOut : failed;

    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
