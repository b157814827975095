using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Organisations;

/// <summary>Contacts are kept by organisation admins; names, codes and existence by the platform admin.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        conventions.AuthorizeFolder("/Admin/Organisations", Policies.OrganisationManage);
        conventions.AuthorizePage("/Admin/Organisations/New", Policies.PlatformManage);
        conventions.AuthorizePage("/Admin/Organisations/Revise", Policies.PlatformManage);
        conventions.AuthorizePage("/Admin/Organisations/Merge", Policies.PlatformManage);
    }
}
