using System.Security.Claims;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Who works on an organisation's disclosures: whoever writes or reviews there.</summary>
public static class DeskWork
{
    /// <summary>Whether this person does.</summary>
    public static bool May(ClaimsPrincipal user, Guid organisationId) =>
        user.GetRights() is var rights && (rights.Has(Permission.DisclosuresDraft, organisationId) || rights.Has(Permission.DisclosuresReview, organisationId));
}
