using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Mail;

/// <summary>
/// Puts mails to the staff of an organisation into the caller's save, so that a mail is queued if and only if what it tells of
/// has happened.
/// </summary>
public sealed class MailQueue(DisclosureDb db, BusinessClock clock)
{
    /// <summary>
    /// One mail to each active person who holds one of the permissions in the organisation itself; a person without an address, or
    /// an organisation without such persons, gets a row that says so.
    /// </summary>
    /// <returns>How many mails wait to be sent.</returns>
    public async Task<int> AddAsync(MailDraft draft, IReadOnlyCollection<Permission> permissions, CancellationToken stop)
    {
        var people = await PeopleAsync(draft.OrganisationId, permissions, stop);
        var keys = people.Select(p => OutgoingMail.KeyOf(draft.Key, p.Id)).Append(OutgoingMail.KeyOf(draft.Key, null)).ToList();
        var known = await db.Mails.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(stop);
        if (people.Count == 0) people.Add(new Recipient(null, null));
        var mails = people.Where(p => !known.Contains(OutgoingMail.KeyOf(draft.Key, p.Id))).Select(p => OutgoingMail.Queue(draft, p.Id, p.Email, clock.Now)).ToList();
        db.AddRange(mails);
        return mails.Count(m => m.State == MailState.Queued);
    }

    /// <summary>One mail to one person, about an organisation; the same key is written once.</summary>
    public async Task AddToAsync(MailDraft draft, Guid person, CancellationToken stop)
    {
        var email = await db.Users.AsNoTracking().Active().Where(u => u.Id == person).Select(u => u.Email).SingleOrDefaultAsync(stop);
        var key = OutgoingMail.KeyOf(draft.Key, person);
        if (await db.Mails.AnyAsync(m => m.Key == key, stop)) return;
        db.Add(OutgoingMail.Queue(draft, person, email, clock.Now));
    }

    /// <summary>
    /// Who in an organisation, or in the one it was merged into, holds one of the permissions. City-wide roles are left out: they
    /// would be written to about every organisation.
    /// </summary>
    private Task<List<Recipient>> PeopleAsync(Guid organisationId, IReadOnlyCollection<Permission> permissions, CancellationToken stop)
    {
        var roles = Enum.GetValues<StaffRole>().Where(r => !RolePermissions.IsCityWide(r) && RolePermissions.Of(r).Overlaps(permissions)).ToList();
        return db.Users.AsNoTracking().Active()
            .Where(u => u.Memberships.Any(m => roles.Contains(m.Role) && (m.OrganisationId == organisationId || m.Organisation!.Predecessors.Any(p => p.Id == organisationId))))
            .OrderBy(u => u.NormalizedUserName).Select(u => new Recipient(u.Id, u.Email)).ToListAsync(stop);
    }

    private sealed record Recipient(Guid? Id, string? Email);
}
