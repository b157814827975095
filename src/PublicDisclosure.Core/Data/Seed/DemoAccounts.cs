using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>An account people sign in with during a demonstration.</summary>
/// <param name="UserName">Account name.</param>
/// <param name="DisplayName">Name shown, marked as demonstration.</param>
/// <param name="Slug">Organisation.</param>
/// <param name="Role">Its one role.</param>
public sealed record DemoAccount(string UserName, string DisplayName, string Slug, StaffRole Role)
{
    /// <summary>An address under a name that nobody can own (RFC 2606), so that no demonstration writes to a stranger.</summary>
    public string Email => UserName + "@guiping.example";
}

/// <summary>The accounts of the demonstration.</summary>
public static class DemoAccounts
{
    private const string CivilAffairs = "mzj", BigData = "dsjzwj", Mule = "450881101", GovernmentOffice = "szfb";

    /// <summary>The accounts with the demo password.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("clerk", "民政经办（演示）", CivilAffairs, StaffRole.Clerk),
        new("reviewer", "民政审核（演示）", CivilAffairs, StaffRole.Reviewer),
        new("org-admin", "民政单位管理员（演示）", CivilAffairs, StaffRole.OrganisationAdmin),
        new("township-clerk", "木乐镇经办（演示）", Mule, StaffRole.Clerk),
        new("township-reviewer", "木乐镇审核（演示）", Mule, StaffRole.Reviewer),
        new("township-steward", "木乐镇目录管理员（演示）", Mule, StaffRole.CatalogueSteward),
        new("steward", "市级目录管理员（演示）", BigData, StaffRole.CatalogueSteward),
        new("office", "政务公开主管部门（演示）", BigData, StaffRole.DisclosureOffice),
        new("auditor", "审计员（演示）", GovernmentOffice, StaffRole.Auditor),
        new("admin", "平台管理员（演示）", BigData, StaffRole.PlatformAdmin),
    ];

    /// <summary>Account in whose name the generator drafts for an organisation. Nobody can sign in with it.</summary>
    public static string ClerkOf(string slug) => "demo-clerk-" + slug;

    /// <summary>Account in whose name the generator reviews and publishes for an organisation. Nobody can sign in with it.</summary>
    public static string ReviewerOf(string slug) => "demo-reviewer-" + slug;
}
