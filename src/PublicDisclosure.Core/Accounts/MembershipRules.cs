using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Accounts;

/// <summary>When a role may be given in an organisation, and by whom.</summary>
public sealed class MembershipRules(DisclosureDb db, StaffAuthority authority, IOptions<DisclosureOfficeOptions> office)
{
    /// <summary>The organisation, if the person may keep accounts there; else null.</summary>
    public async Task<Organisation?> FindOrganisationAsync(Guid organisationId, Guid? by, CancellationToken stop)
    {
        var rights = await authority.RightsOfAsync(by, stop);
        return rights.Has(Permission.UsersManage, organisationId)
            ? await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == organisationId, stop)
            : null;
    }

    /// <summary>Every reason why somebody with these roles cannot be given another.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckGrantAsync(
        IReadOnlyCollection<RoleAt> held, Organisation organisation, StaffRole role, Guid? by, CancellationToken stop)
    {
        var refusals = new List<Refusal>();
        var isOffice = organisation.Slug == office.Value.Slug;
        if (!organisation.IsActive) refusals.Add(new Refusal("Membership.OrganisationInactive", "OrganisationId"));
        if (held.Contains(new RoleAt(organisation.Id, role))) refusals.Add(new Refusal("Membership.AlreadyGranted", "Role", role));
        if (role == StaffRole.DisclosureOffice && !isOffice) refusals.Add(new Refusal("Membership.OfficeElsewhere", "Role"));
        if (role == StaffRole.CatalogueSteward && organisation.Kind != OrganisationKind.Township && !isOffice)
            refusals.Add(new Refusal("Membership.StewardElsewhere", "Role"));
        if (RolePermissions.IsCityWide(role) && !(await authority.RightsOfAsync(by, stop)).Has(Permission.PlatformManage))
            refusals.Add(new Refusal("Membership.RoleNeedsPlatformAdmin", "Role", role));
        refusals.AddRange(RoleCombinations.Check(held.Select(h => h.Role), role));
        return refusals;
    }

    /// <summary>Whether nobody else could run the platform.</summary>
    public bool IsLastPlatformAdmin(StaffUser user) =>
        user.DeactivatedAt is null && user.Memberships.Any(m => m.Role == StaffRole.PlatformAdmin)
        && !db.Users.Any(u => u.Id != user.Id && u.DeactivatedAt == null && u.Memberships.Any(m => m.Role == StaffRole.PlatformAdmin));
}
