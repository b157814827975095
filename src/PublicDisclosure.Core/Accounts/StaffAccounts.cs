using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Accounts;

/// <summary>A new account with its first role. The password is temporary: it must be changed at the first sign-in.</summary>
public sealed record CreateStaffUser(
    string UserName, string DisplayName, string Password, Guid OrganisationId, StaffRole Role, Guid? By, bool IsDemo = false, string? Email = null);

/// <summary>An act on one account, as it was when the actor saw it.</summary>
/// <param name="Id">The account.</param>
/// <param name="SeenStamp"><see cref="StaffUser"/>'s concurrency stamp on the page; null when nothing was seen (verbs).</param>
/// <param name="By">Who acts; null is the system itself.</param>
public sealed record StaffUserAct(Guid Id, string? SeenStamp, Guid? By);

/// <summary>Creates and keeps accounts. Each act is saved together with its audit row.</summary>
public sealed partial class StaffAccounts(
    DisclosureDb db, BusinessClock clock, StaffAuthority authority, MembershipRules rules, IPasswordHasher<StaffUser> hasher, ILookupNormalizer normalizer)
{
    /// <summary>Creates an account.</summary>
    public async Task<OutcomeOf<Guid>> CreateAsync(CreateStaffUser command, CancellationToken stop)
    {
        var userName = command.UserName.Trim();
        var displayName = command.DisplayName.Trim();
        var refusals = new List<Refusal>();
        if (!UserNameForm().IsMatch(userName)) refusals.Add(new Refusal("StaffUser.UserNameInvalid", "UserName"));
        else if (await IsTakenAsync(userName, stop)) refusals.Add(new Refusal("StaffUser.UserNameTaken", "UserName"));
        refusals.AddRange(CheckDisplayName(displayName));
        var email = StaffEmail.Normalize(command.Email);
        refusals.AddRange(StaffEmail.Check(email));
        refusals.AddRange(PasswordRule.Check(command.Password, userName));
        var organisation = await rules.FindOrganisationAsync(command.OrganisationId, command.By, stop);
        if (organisation is null) return Outcome.NotFound;
        refusals.AddRange(await rules.CheckGrantAsync([], organisation, command.Role, command.By, stop));
        if (refusals.Count > 0) return Outcome.Refused(refusals);

        var now = clock.Now;
        var user = new StaffUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = userName,
            NormalizedUserName = normalizer.NormalizeName(userName),
            DisplayName = displayName,
            Email = email,
            NormalizedEmail = normalizer.NormalizeEmail(email),
            MustChangePassword = true,
            IsDemo = command.IsDemo,
            CreatedAt = now,
            LockoutEnabled = true,
        };
        SetPassword(user, command.Password);
        user.Memberships.Add(Membership.Grant(Guid.CreateVersion7(now), user.Id, organisation.Id, command.Role, now, command.By));
        db.Add(user);
        db.Add(AuditEntry.Record(now, command.By, AccountActs.Create, organisation.Id, user.Id, userName, command.Role.ToString()));
        await db.SaveChangesAsync(stop);
        return user.Id;
    }

    /// <summary>Changes the name colleagues see.</summary>
    public Task<Outcome> RenameAsync(StaffUserAct act, string displayName, CancellationToken stop) => ActAsync(act, AccountActs.Revise, user =>
    {
        var refusals = CheckDisplayName(displayName.Trim());
        if (refusals.Count == 0) user.DisplayName = displayName.Trim();
        return refusals;
    }, stop);

    /// <summary>Changes the address notices go to; nothing takes it away.</summary>
    public Task<Outcome> ChangeEmailAsync(StaffUserAct act, string? email, CancellationToken stop)
    {
        var detail = "";
        return ActAsync(act, AccountActs.ReviseEmail, user => SetEmail(user, email, out detail), stop, () => detail);
    }

    /// <summary>A person's own change of address.</summary>
    public async Task<Outcome> ChangeOwnEmailAsync(Guid by, string? email, CancellationToken stop)
    {
        var user = await db.Users.Active().SingleOrDefaultAsync(u => u.Id == by, stop);
        if (user is null) return Outcome.NotFound;
        var refusals = SetEmail(user, email, out var detail);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        user.ConcurrencyStamp = NewStamp();
        db.Add(AuditEntry.Record(clock.Now, by, AccountActs.ChangeEmail, objectId: user.Id, objectName: user.UserName!, detail: detail));
        return await SaveAsync(stop);
    }

    /// <summary>Chooses how to be written to about the desk.</summary>
    public async Task<Outcome> ChooseTaskMailAsync(Guid by, TaskMail choice, CancellationToken stop)
    {
        var user = await db.Users.Active().SingleOrDefaultAsync(u => u.Id == by, stop);
        if (user is null) return Outcome.NotFound;
        if (user.TaskMail == choice) return Outcome.Done;
        user.TaskMail = choice;
        user.ConcurrencyStamp = NewStamp();
        db.Add(AuditEntry.Record(clock.Now, by, AccountActs.ChooseTaskMail, objectId: user.Id, objectName: user.UserName!, detail: choice.ToString()));
        return await SaveAsync(stop);
    }

    /// <summary>Gives a new temporary password, ends every session and lifts a lock-out.</summary>
    public Task<Outcome> ResetPasswordAsync(StaffUserAct act, string password, CancellationToken stop) => ActAsync(act, AccountActs.ResetPassword, user =>
    {
        var refusals = PasswordRule.Check(password, user.UserName!);
        if (refusals.Count > 0) return refusals;
        SetPassword(user, password);
        (user.MustChangePassword, user.LockoutEnd, user.AccessFailedCount) = (true, null, 0);
        return [];
    }, stop);

    /// <summary>Takes the second factor off, for a person who lost the device and the recovery codes.</summary>
    public Task<Outcome> ResetSecondFactorAsync(StaffUserAct act, CancellationToken stop) => ActAsync(act, AccountActs.ResetSecondFactor, user =>
    {
        user.TwoFactorEnabled = false;
        db.RemoveRange(db.UserTokens.Where(t => t.UserId == user.Id));
        user.SecurityStamp = NewStamp();
        return [];
    }, stop);

    /// <summary>Closes an account: no sign-in, every session ends. Accounts are never deleted, the history names them.</summary>
    public Task<Outcome> DeactivateAsync(StaffUserAct act, CancellationToken stop) => ActAsync(act, AccountActs.Deactivate, user =>
    {
        if (user.DeactivatedAt is not null) return [new Refusal("StaffUser.AlreadyDeactivated")];
        if (user.Id == act.By) return [new Refusal("StaffUser.OwnAccount")];
        if (rules.IsLastPlatformAdmin(user)) return [new Refusal("StaffUser.LastPlatformAdmin")];
        user.DeactivatedAt = clock.Now;
        user.SecurityStamp = NewStamp();
        return [];
    }, stop);

    /// <summary>Opens a closed account again.</summary>
    public Task<Outcome> ReactivateAsync(StaffUserAct act, CancellationToken stop) => ActAsync(act, AccountActs.Reactivate, user =>
    {
        if (user.DeactivatedAt is null) return [new Refusal("StaffUser.NotDeactivated")];
        user.DeactivatedAt = null;
        return [];
    }, stop);

    /// <summary>A person's own change of password; other sessions end.</summary>
    public async Task<Outcome> ChangeOwnPasswordAsync(Guid by, string current, string password, CancellationToken stop)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == by, stop);
        if (user is null) return Outcome.NotFound;
        if (!Matches(user, current)) return Outcome.Refused("Password.CurrentWrong", "Current");
        var refusals = PasswordRule.Check(password, user.UserName!).ToList();
        if (Matches(user, password)) refusals.Add(new Refusal("Password.Unchanged", "Password"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        SetPassword(user, password);
        user.MustChangePassword = false;
        user.ConcurrencyStamp = NewStamp();
        db.Add(AuditEntry.Record(clock.Now, by, AccountActs.ChangePassword, objectId: user.Id, objectName: user.UserName!));
        return await SaveAsync(stop);
    }

    private async Task<Outcome> ActAsync(StaffUserAct act, string name, Func<StaffUser, IReadOnlyList<Refusal>> change, CancellationToken stop, Func<string>? detail = null)
    {
        var found = await authority.FindAsync(act.Id, act.SeenStamp, act.By, stop);
        if (found.Value is not { } user) return found.Outcome;
        var refusals = change(user);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        user.ConcurrencyStamp = NewStamp();
        db.Add(AuditEntry.Record(clock.Now, act.By, name, objectId: user.Id, objectName: user.UserName!, detail: detail?.Invoke() ?? ""));
        return await SaveAsync(stop);
    }

    private IReadOnlyList<Refusal> SetEmail(StaffUser user, string? text, out string detail)
    {
        var (before, after) = (user.Email, StaffEmail.Normalize(text));
        detail = $"{before ?? "（未填写）"} → {after ?? "（未填写）"}";
        var refusals = StaffEmail.Check(after);
        if (refusals.Count == 0 && before == after) return [new Refusal("StaffUser.EmailUnchanged", "Email")];
        if (refusals.Count == 0) (user.Email, user.NormalizedEmail) = (after, normalizer.NormalizeEmail(after));
        return refusals;
    }

    private async Task<Outcome> SaveAsync(CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.EditedMeanwhile;
        }
    }

    private void SetPassword(StaffUser user, string password) =>
        (user.PasswordHash, user.SecurityStamp) = (hasher.HashPassword(user, password), NewStamp());

    private bool Matches(StaffUser user, string password) =>
        user.PasswordHash is { } hash && hasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed;

    private Task<bool> IsTakenAsync(string userName, CancellationToken stop) =>
        db.Users.AnyAsync(u => u.NormalizedUserName == normalizer.NormalizeName(userName), stop);

    private static List<Refusal> CheckDisplayName(string displayName) => displayName.Length switch
    {
        0 => [new Refusal("StaffUser.DisplayNameMissing", "DisplayName")],
        > StaffUser.DisplayNameLength => [new Refusal("StaffUser.DisplayNameTooLong", "DisplayName", StaffUser.DisplayNameLength)],
        _ when Text.ChineseText.HasForbiddenCharacters(displayName) => [new Refusal("Text.ForbiddenCharacters", "DisplayName")],
        _ => [],
    };

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    [GeneratedRegex("^[a-z][a-z0-9.-]{2,31}$", RegexOptions.CultureInvariant)]
    private static partial Regex UserNameForm();
}
