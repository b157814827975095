using Microsoft.EntityFrameworkCore;

namespace PublicDisclosure.Core.Accounts;

/// <summary>
/// What a signed-in person's session is checked against at each request. Inherited are the same roles at bodies that were merged
/// into the person's own.
/// </summary>
public sealed record StaffSession(
    Guid Id, string UserName, string DisplayName, string? SecurityStamp, bool MustChangePassword, bool TwoFactorEnabled,
    IReadOnlyList<RoleAt> Roles, IReadOnlyList<RoleAt> Inherited);

/// <summary>Reads accounts.</summary>
public static class StaffQueries
{
    /// <summary>Accounts that may sign in.</summary>
    public static IQueryable<StaffUser> Active(this IQueryable<StaffUser> users) => users.Where(u => u.DeactivatedAt == null);

    /// <summary>Accounts with a role in one of the organisations; every account for the whole city.</summary>
    public static IQueryable<StaffUser> Within(this IQueryable<StaffUser> users, OrganisationScope scope)
    {
        if (scope.IsWholeCity) return users;
        var ids = scope.OrganisationIds.ToList();
        return users.Where(u => u.Memberships.Any(m => ids.Contains(m.OrganisationId)));
    }

    /// <summary>The active account behind a session, or null.</summary>
    public static Task<StaffSession?> FindSessionAsync(this IQueryable<StaffUser> users, Guid id, CancellationToken stop) =>
        users.AsNoTracking().AsSingleQuery().Active().Where(u => u.Id == id)
            .Select(u => new StaffSession(
                u.Id, u.UserName!, u.DisplayName, u.SecurityStamp, u.MustChangePassword, u.TwoFactorEnabled,
                u.Memberships.Select(m => new RoleAt(m.OrganisationId, m.Role)).ToList(),
                u.Memberships.SelectMany(m => m.Organisation!.Predecessors, (m, p) => new RoleAt(p.Id, m.Role)).ToList()))
            .SingleOrDefaultAsync(stop);
}
