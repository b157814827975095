using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.WordLists;

/// <summary>The lists are the disclosure office's; what the nightly check found is for everybody who sees the disclosures.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        foreach (var page in new[] { "Index", "Word", "Import", "Export" }) conventions.AuthorizePage("/Admin/WordLists/" + page, Policies.WordsManage);
        conventions.AuthorizePage("/Admin/WordLists/Findings", Policies.DisclosuresView);
    }
}
