using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Postings;

/// <summary>Who sees postings off the web, and who records them. Deciding is asked by the page, for the organisation.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        conventions.AuthorizeFolder("/Admin/Postings", Policies.DisclosuresView);
        foreach (var page in new[] { "Record", "Correct" }) conventions.AuthorizePage($"/Admin/Postings/{page}", Policies.DisclosuresDraft);
    }
}
