using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.SelfTest;

/// <summary>Everybody who reads coverage reads the self-test, within their organisations; the disclosure office starts it.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        conventions.AuthorizeFolder("/Admin/SelfTest", Policies.CoverageRead);
        conventions.AuthorizePage("/Admin/SelfTest/Start", Policies.SelfTestRun);
    }
}
