using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Mail;

/// <summary>Has a mail tried again.</summary>
public sealed record TryMailAgain(Guid Id, int SeenRevision, Guid By);

/// <summary>What a person can do about mail: have one tried again that failed or had no address.</summary>
public sealed class MailDesk(DisclosureDb db, BusinessClock clock, StaffAuthority authority)
{
    /// <summary>What the audit log calls it.</summary>
    public const string TryAgainAct = "Mail.TryAgain";

    /// <summary>Puts a mail back into the queue, to the person's address as it is now.</summary>
    public async Task<Outcome> TryAgainAsync(TryMailAgain command, CancellationToken stop = default)
    {
        var mail = await db.Mails.SingleOrDefaultAsync(m => m.Id == command.Id, stop);
        if (mail is null || !(await authority.RightsOfAsync(command.By, stop)).Has(Permission.MailKeep, mail.OrganisationId)) return Outcome.NotFound;
        if (mail.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        var address = await db.Users.AsNoTracking().Where(u => u.Id == mail.ToUserId).Select(u => u.Email).SingleOrDefaultAsync(stop);
        return await db.ActAndSaveAsync(() =>
        {
            mail.TryAgain(address, clock.Now);
            db.Add(AuditEntry.Record(clock.Now, command.By, TryAgainAct, mail.OrganisationId, mail.Id, mail.Subject));
        }, stop);
    }
}
