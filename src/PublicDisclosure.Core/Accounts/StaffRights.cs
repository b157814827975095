namespace PublicDisclosure.Core.Accounts;

/// <summary>A role within an organisation.</summary>
public sealed record RoleAt(Guid OrganisationId, StaffRole Role);

/// <summary>What one person may do and where: their roles, read through <see cref="RolePermissions"/>.</summary>
public sealed class StaffRights(IReadOnlyList<RoleAt> roles)
{
    /// <summary>The system itself (verbs, seeds): everything everywhere.</summary>
    public static readonly StaffRights System = new([]) { IsSystem = true };

    /// <summary>Nobody: nothing anywhere.</summary>
    public static readonly StaffRights None = new([]);

    /// <summary>The roles behind the rights.</summary>
    public IReadOnlyList<RoleAt> Roles => roles;

    private bool IsSystem { get; init; }

    /// <summary>Whether the person may do it anywhere at all.</summary>
    public bool Has(Permission permission) => IsSystem || roles.Any(r => RolePermissions.Of(r.Role).Contains(permission));

    /// <summary>Whether the person may do it for an organisation.</summary>
    public bool Has(Permission permission, Guid organisationId) => ScopeOf(permission).Contains(organisationId);

    /// <summary>For which organisations the person may do it.</summary>
    public OrganisationScope ScopeOf(Permission permission)
    {
        var granting = roles.Where(r => RolePermissions.Of(r.Role).Contains(permission)).ToList();
        return IsSystem || granting.Any(r => RolePermissions.IsCityWide(r.Role))
            ? OrganisationScope.WholeCity
            : new OrganisationScope([.. granting.Select(r => r.OrganisationId).Distinct()]);
    }
}
