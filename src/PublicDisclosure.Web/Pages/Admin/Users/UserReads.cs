using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Users;

/// <summary>An account as its pages show it.</summary>
public sealed record UserView(
    Guid Id, string UserName, string DisplayName, string? Email, string Stamp, DateTime CreatedAt, DateTime? DeactivatedAt, bool TwoFactorEnabled,
    bool MustChangePassword, bool IsDemo, DateTimeOffset? LockoutEnd, IReadOnlyList<RoleView> Roles);

/// <summary>A role as the pages show it.</summary>
public sealed record RoleView(Guid Id, Guid OrganisationId, string Organisation, StaffRole Role, DateTime GrantedAt);

/// <summary>What the pages on accounts read, within the reach of who asks.</summary>
internal static class UserReads
{
    /// <summary>One account within reach, or null.</summary>
    public static Task<UserView?> FindUserAsync(this DisclosureDb db, ClaimsPrincipal by, Guid id, CancellationToken stop) =>
        db.Users.AsNoTracking().Within(by.ScopeOf(Permission.UsersManage)).Where(u => u.Id == id)
            .Select(u => new UserView(
                u.Id, u.UserName!, u.DisplayName, u.Email, u.ConcurrencyStamp!, u.CreatedAt, u.DeactivatedAt, u.TwoFactorEnabled, u.MustChangePassword,
                u.IsDemo, u.LockoutEnd,
                u.Memberships.OrderBy(m => m.Organisation!.SortOrder)
                    .Select(m => new RoleView(m.Id, m.OrganisationId, m.Organisation!.ShortName, m.Role, m.GrantedAt)).ToList()))
            .SingleOrDefaultAsync(stop);

    /// <summary>The organisations for which the person keeps accounts, as choices.</summary>
    public static Task<List<SelectListItem>> OrganisationChoicesAsync(this DisclosureDb db, ClaimsPrincipal by, CancellationToken stop) =>
        by.ScopeOf(Permission.UsersManage).Apply(db.Organisations.AsNoTracking(), o => o.Id)
            .Where(o => o.IsActive).OrderBy(o => o.SortOrder).Select(o => new SelectListItem(o.ShortName, o.Id.ToString())).ToListAsync(stop);

    /// <summary>The roles the person may give, as choices: city-wide ones are the platform admin's.</summary>
    public static IReadOnlyList<SelectListItem> RoleChoices(ClaimsPrincipal by)
    {
        var all = by.GetRights().Has(Permission.PlatformManage);
        return [.. Enum.GetValues<StaffRole>().Where(role => all || !RolePermissions.IsCityWide(role))
            .Select(role => new SelectListItem(Words.Of(role), role.ToString()))];
    }
}
