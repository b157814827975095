using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Duties;

/// <summary>Who sees the desk for duties, and who states something about them. Deciding is asked by the page, for the organisation.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        conventions.AuthorizeFolder("/Admin/Duties", Policies.CoverageRead);
        foreach (var page in new[] { "Nothing", "Check" }) conventions.AuthorizePage($"/Admin/Duties/{page}", Policies.DisclosuresDraft);
    }
}
