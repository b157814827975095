using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Accounts;

/// <summary>
/// Which roles never meet in one person: running the platform, auditing, and publishing (texts or catalogues). Who could
/// change the accounts could publish under any name, and who audits must not have done what is audited.
/// </summary>
public static class RoleCombinations
{
    /// <summary>The sides that exclude each other.</summary>
    private enum Side
    {
        Platform,
        Audit,
        Publishing,
    }

    /// <summary>Reasons why a person with these roles cannot have one more; empty when allowed.</summary>
    public static IReadOnlyList<Refusal> Check(IEnumerable<StaffRole> held, StaffRole wanted)
    {
        if (SideOf(wanted) is not { } side) return [];
        return
        [
            .. held.Distinct().Where(role => SideOf(role) is { } other && other != side)
                .Select(role => new Refusal("Membership.RolesExclude", "Role", role, wanted)),
        ];
    }

    private static Side? SideOf(StaffRole role)
    {
        var may = RolePermissions.Of(role);
        if (may.Contains(Permission.PlatformManage)) return Side.Platform;
        if (may.Contains(Permission.AuditRead)) return Side.Audit;
        return may.Overlaps([
            Permission.DisclosuresDraft, Permission.DisclosuresReview, Permission.DisclosuresPublish, Permission.DisclosuresForce, Permission.WithdrawalsDecide,
            Permission.CatalogueSteward])
            ? Side.Publishing
            : null;
    }
}
