namespace PublicDisclosure.Core.Accounts;

/// <summary>Names under which acts on accounts stand in the audit log.</summary>
public static class AccountActs
{
    public const string SignIn = "Account.SignIn";
    public const string SignInFailed = "Account.SignInFailed";
    public const string LockedOut = "Account.LockedOut";
    public const string SecondFactorFailed = "Account.SecondFactorFailed";
    public const string RecoveryCodeUsed = "Account.RecoveryCodeUsed";
    public const string SignOut = "Account.SignOut";
    public const string ChangePassword = "Account.ChangePassword";
    public const string ChangeEmail = "Account.ChangeEmail";
    public const string ChooseTaskMail = "Account.ChooseTaskMail";
    public const string EnableSecondFactor = "Account.EnableSecondFactor";
    public const string DisableSecondFactor = "Account.DisableSecondFactor";
    public const string RenewRecoveryCodes = "Account.RenewRecoveryCodes";
    public const string Create = "StaffUser.Create";
    public const string Revise = "StaffUser.Revise";
    public const string ReviseEmail = "StaffUser.ReviseEmail";
    public const string ResetPassword = "StaffUser.ResetPassword";
    public const string ResetSecondFactor = "StaffUser.ResetSecondFactor";
    public const string Deactivate = "StaffUser.Deactivate";
    public const string Reactivate = "StaffUser.Reactivate";
    public const string Grant = "Membership.Grant";
    public const string Revoke = "Membership.Revoke";

    /// <summary>Every act, for the words of the audit page.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SignIn, SignInFailed, LockedOut, SecondFactorFailed, RecoveryCodeUsed, SignOut, ChangePassword, ChangeEmail, ChooseTaskMail, EnableSecondFactor,
        DisableSecondFactor, RenewRecoveryCodes, Create, Revise, ReviseEmail, ResetPassword, ResetSecondFactor, Deactivate, Reactivate, Grant, Revoke,
    ];
}
