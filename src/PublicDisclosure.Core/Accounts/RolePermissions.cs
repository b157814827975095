using static PublicDisclosure.Core.Accounts.Permission;
using static PublicDisclosure.Core.Accounts.StaffRole;

namespace PublicDisclosure.Core.Accounts;

/// <summary>The one table of what each role may do. <c>docs/permissions.md</c> repeats it and a test holds the two together.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<StaffRole, IReadOnlySet<Permission>> Table = new()
    {
        [Clerk] = Set(DisclosuresView, DisclosuresDraft, TemplatesKeep, ImportsBring, WithdrawalsPropose, CatalogueView, CoverageRead, CasesView, CasesHandle, ErrorReportsHandle, LettersView, LettersHandle, MailRead),
        [Reviewer] = Set(DisclosuresView, DisclosuresReview, DisclosuresPublish, WithdrawalsPropose, WithdrawalsDecide, CatalogueView, CatalogueConfirm, CoverageRead, CasesView, CasesHandle, CasesConfirm, ErrorReportsHandle, LettersView, LettersReview, MailRead),
        [OrganisationAdmin] = Set(DisclosuresView, CatalogueView, CoverageRead, OrganisationManage, UsersManage, MailRead, ApiKeysKeep),
        [StaffRole.CatalogueSteward] = Set(CatalogueView, CatalogueConfirm, Permission.CatalogueSteward, CoverageRead, MailRead),
        [DisclosureOffice] = Set(DisclosuresView, TemplatesKeep, ImportsBring, DisclosuresForce, InterpretationsWaive, WithdrawalsPropose, WithdrawalsDecide, CatalogueView, CatalogueConfirm, CoverageRead, CasesView, CasesHandle, CasesConfirm, CasesOversee, ErrorReportsHandle, LettersView, LettersTriage, MaskingRulesKeep, WordsManage, CalendarKeep, MailRead, MailKeep, SelfTestRun, ApiKeysKeep),
        [Auditor] = Set(DisclosuresView, CatalogueView, CoverageRead, CasesView, AuditRead, MailRead),
        [PlatformAdmin] = Set(MaskingRulesKeep, OrganisationManage, UsersManage, MailRead, MailKeep, PlatformManage),
    };

    // Whatever organisation these roles are given in, they reach the whole city.
    private static readonly IReadOnlySet<StaffRole> CityWide = new HashSet<StaffRole> { DisclosureOffice, Auditor, PlatformAdmin };

    /// <summary>What a role may do.</summary>
    public static IReadOnlySet<Permission> Of(StaffRole role) => Table[role];

    /// <summary>Whether a role reaches every organisation and not only the one it was given in.</summary>
    public static bool IsCityWide(StaffRole role) => CityWide.Contains(role);

    private static HashSet<Permission> Set(params Permission[] permissions) => [.. permissions];
}
