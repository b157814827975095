using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Accounts;

/// <summary>Who may keep which account: reads the rights of the person who acts and the account acted on.</summary>
public sealed class StaffAuthority(DisclosureDb db)
{
    /// <summary>The rights of a person as they stand now; null is the system itself.</summary>
    public async Task<StaffRights> RightsOfAsync(Guid? by, CancellationToken stop)
    {
        if (by is null) return StaffRights.System;
        var held = db.Memberships.AsNoTracking().Where(m => m.UserId == by && db.Users.Any(u => u.Id == by && u.DeactivatedAt == null));
        var roles = await held.Select(m => new RoleAt(m.OrganisationId, m.Role)).ToListAsync(stop);
        var inherited = await held.SelectMany(m => m.Organisation!.Predecessors, (m, p) => new RoleAt(p.Id, m.Role)).ToListAsync(stop);
        return new StaffRights([.. roles, .. inherited]);
    }

    /// <summary>
    /// The account with its roles, if the person may keep it. An organisation's admin keeps the accounts whose roles all lie
    /// within the organisation: an account with a role elsewhere, or a city-wide one, is refused, else a new password would
    /// open doors the admin has no key to. An account without any tie to the organisation looks like no account.
    /// </summary>
    public async Task<OutcomeOf<StaffUser>> FindAsync(Guid userId, string? seenStamp, Guid? by, CancellationToken stop)
    {
        var user = await db.Users.Include(u => u.Memberships).SingleOrDefaultAsync(u => u.Id == userId, stop);
        var scope = (await RightsOfAsync(by, stop)).ScopeOf(Permission.UsersManage);
        if (user is null || !Sees(scope, user.Memberships)) return Outcome.NotFound;
        if (!Keeps(scope, user.Memberships)) return new Refusal("StaffUser.BelongsElsewhere");
        return seenStamp is not null && user.ConcurrencyStamp != seenStamp ? Outcome.EditedMeanwhile : user;
    }

    private static bool Sees(OrganisationScope scope, IEnumerable<Membership> memberships) =>
        scope.IsWholeCity || memberships.Any(m => scope.Contains(m.OrganisationId));

    private static bool Keeps(OrganisationScope scope, IEnumerable<Membership> memberships) =>
        scope.IsWholeCity || memberships.All(m => scope.Contains(m.OrganisationId) && !RolePermissions.IsCityWide(m.Role));
}
