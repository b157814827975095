using System.Security.Claims;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Desk;

namespace PublicDisclosure.Web.Security;

/// <summary>
/// The only access to claims. The cookie holds id and security stamp; name and roles are read from the database at each
/// request (<see cref="StaffSessionEvents"/>), so that a role taken away is gone at once.
/// </summary>
public static class StaffClaims
{
    internal const string RoleAtType = "staff:role-at";
    internal const string MustChangePasswordType = "staff:must-change-password";
    internal const string SecondFactorType = "staff:second-factor";

    /// <summary>The person's id.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot its policy.</exception>
    public static Guid GetStaffId(this ClaimsPrincipal user) =>
        user.FindStaffId() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The person's id, or null for the public.</summary>
    public static Guid? FindStaffId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>What the person may do and where.</summary>
    public static StaffRights GetRights(this ClaimsPrincipal user) =>
        new([.. user.FindAll(RoleAtType).Select(claim => Parse(claim.Value))]);

    /// <summary>For which organisations the person may do something.</summary>
    public static OrganisationScope ScopeOf(this ClaimsPrincipal user, Permission permission) => user.GetRights().ScopeOf(permission);

    /// <summary>The person as the desk asks for what waits.</summary>
    public static DeskPerson AtDesk(this ClaimsPrincipal user) => new(user.GetStaffId(), user.GetRights());

    /// <summary>The password was given by somebody else and must be changed before anything else.</summary>
    public static bool MustChangePassword(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == MustChangePasswordType);

    /// <summary>The account signs in with a second factor.</summary>
    public static bool HasSecondFactor(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == SecondFactorType);

    /// <summary>The claims of a session beside id and stamp.</summary>
    internal static IEnumerable<Claim> Of(StaffSession session)
    {
        yield return new Claim(ClaimTypes.Name, session.DisplayName);
        foreach (var role in session.Roles.Concat(session.Inherited)) yield return new Claim(RoleAtType, $"{role.OrganisationId:N}:{role.Role}");
        if (session.MustChangePassword) yield return new Claim(MustChangePasswordType, "1");
        if (session.TwoFactorEnabled) yield return new Claim(SecondFactorType, "1");
    }

    private static RoleAt Parse(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return new RoleAt(Guid.ParseExact(value[..colon], "N"), Enum.Parse<StaffRole>(value[(colon + 1)..]));
    }
}
