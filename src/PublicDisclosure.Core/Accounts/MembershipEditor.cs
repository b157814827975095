using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Accounts;

/// <summary>Gives an account a role within an organisation.</summary>
public sealed record GrantMembership(Guid UserId, string? SeenStamp, Guid OrganisationId, StaffRole Role, Guid? By);

/// <summary>Takes a role away.</summary>
public sealed record RevokeMembership(Guid UserId, string? SeenStamp, Guid MembershipId, Guid? By);

/// <summary>Grants and revokes roles, each together with its audit row. Nobody changes their own.</summary>
public sealed class MembershipEditor(DisclosureDb db, BusinessClock clock, StaffAuthority authority, MembershipRules rules)
{
    /// <summary>Gives a role.</summary>
    public async Task<Outcome> GrantAsync(GrantMembership command, CancellationToken stop)
    {
        var found = await authority.FindAsync(command.UserId, command.SeenStamp, command.By, stop);
        if (found.Value is not { } user) return found.Outcome;
        if (user.Id == command.By) return Outcome.Refused("Membership.OwnAccount");
        var organisation = await rules.FindOrganisationAsync(command.OrganisationId, command.By, stop);
        if (organisation is null) return Outcome.NotFound;
        var held = user.Memberships.Select(m => new RoleAt(m.OrganisationId, m.Role)).ToList();
        var refusals = await rules.CheckGrantAsync(held, organisation, command.Role, command.By, stop);
        if (refusals.Count > 0) return Outcome.Refused(refusals);

        var now = clock.Now;
        user.Memberships.Add(Membership.Grant(Guid.CreateVersion7(now), user.Id, organisation.Id, command.Role, now, command.By));
        return await SaveAsync(user, AccountActs.Grant, organisation.Id, command.Role, command.By, stop);
    }

    /// <summary>Takes a role away and ends the person's sessions, so that the role is gone at once.</summary>
    public async Task<Outcome> RevokeAsync(RevokeMembership command, CancellationToken stop)
    {
        var found = await authority.FindAsync(command.UserId, command.SeenStamp, command.By, stop);
        if (found.Value is not { } user) return found.Outcome;
        if (user.Memberships.SingleOrDefault(m => m.Id == command.MembershipId) is not { } membership) return Outcome.NotFound;
        if (user.Id == command.By) return Outcome.Refused("Membership.OwnAccount");
        if (membership.Role == StaffRole.PlatformAdmin && rules.IsLastPlatformAdmin(user)) return Outcome.Refused("StaffUser.LastPlatformAdmin");

        user.Memberships.Remove(membership);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        return await SaveAsync(user, AccountActs.Revoke, membership.OrganisationId, membership.Role, command.By, stop);
    }

    private async Task<Outcome> SaveAsync(StaffUser user, string act, Guid organisationId, StaffRole role, Guid? by, CancellationToken stop)
    {
        user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        db.Add(AuditEntry.Record(clock.Now, by, act, organisationId, user.Id, user.UserName!, role.ToString()));
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
}
