using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Accounts;

/// <summary>
/// Writes sign-ins and what belongs to them into the audit log. The name typed for an account that does not exist is not
/// kept: people type passwords into the wrong field.
/// </summary>
public sealed class SignInRecord(DisclosureDb db, BusinessClock clock)
{
    /// <summary>Records one act of <see cref="AccountActs"/>; <paramref name="user"/> is null for an unknown account.</summary>
    public Task WriteAsync(string act, StaffUser? user, CancellationToken stop)
    {
        Note(act, user);
        return db.SaveChangesAsync(stop);
    }

    /// <summary>Adds the row and leaves the saving to the next save of the account, so that both are saved together.</summary>
    public void Note(string act, StaffUser? user) =>
        db.Add(AuditEntry.Record(clock.Now, user?.Id, act, objectId: user?.Id, objectName: user?.UserName ?? ""));
}
