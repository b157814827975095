using Microsoft.AspNetCore.Authorization;
using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Web.Security;

/// <summary>
/// Names of the authorisation policies: one per permission, met by whoever has it in any organisation. Which organisation
/// is asked second, by scope. For <c>&lt;if-policy&gt;</c>, navigation and folder conventions.
/// </summary>
public static class Policies
{
    /// <summary>Any signed-in member of staff.</summary>
    public const string Staff = "Staff";

    public const string DisclosuresView = nameof(Permission.DisclosuresView);
    public const string DisclosuresDraft = nameof(Permission.DisclosuresDraft);
    public const string DisclosuresReview = nameof(Permission.DisclosuresReview);
    public const string DisclosuresPublish = nameof(Permission.DisclosuresPublish);
    public const string TemplatesKeep = nameof(Permission.TemplatesKeep);
    public const string ImportsBring = nameof(Permission.ImportsBring);
    public const string DisclosuresForce = nameof(Permission.DisclosuresForce);
    public const string InterpretationsWaive = nameof(Permission.InterpretationsWaive);
    public const string WithdrawalsPropose = nameof(Permission.WithdrawalsPropose);
    public const string WithdrawalsDecide = nameof(Permission.WithdrawalsDecide);
    public const string CatalogueView = nameof(Permission.CatalogueView);
    public const string CatalogueConfirm = nameof(Permission.CatalogueConfirm);
    public const string CatalogueSteward = nameof(Permission.CatalogueSteward);
    public const string CoverageRead = nameof(Permission.CoverageRead);
    public const string CasesView = nameof(Permission.CasesView);
    public const string CasesHandle = nameof(Permission.CasesHandle);
    public const string CasesConfirm = nameof(Permission.CasesConfirm);
    public const string CasesOversee = nameof(Permission.CasesOversee);
    public const string ErrorReportsHandle = nameof(Permission.ErrorReportsHandle);
    public const string LettersView = nameof(Permission.LettersView);
    public const string LettersHandle = nameof(Permission.LettersHandle);
    public const string LettersReview = nameof(Permission.LettersReview);
    public const string LettersTriage = nameof(Permission.LettersTriage);
    public const string MaskingRulesKeep = nameof(Permission.MaskingRulesKeep);
    public const string OrganisationManage = nameof(Permission.OrganisationManage);
    public const string UsersManage = nameof(Permission.UsersManage);
    public const string AuditRead = nameof(Permission.AuditRead);
    public const string WordsManage = nameof(Permission.WordsManage);
    public const string CalendarKeep = nameof(Permission.CalendarKeep);
    public const string MailRead = nameof(Permission.MailRead);
    public const string MailKeep = nameof(Permission.MailKeep);
    public const string SelfTestRun = nameof(Permission.SelfTestRun);
    public const string ApiKeysKeep = nameof(Permission.ApiKeysKeep);
    public const string PlatformManage = nameof(Permission.PlatformManage);

    /// <summary>Registers them all.</summary>
    public static void Register(AuthorizationOptions options)
    {
        options.AddPolicy(Staff, policy => policy.RequireAuthenticatedUser());
        foreach (var permission in Enum.GetValues<Permission>())
        {
            options.AddPolicy(permission.ToString(), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.User.GetRights().Has(permission)));
        }
    }
}
