using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>A person's own account; signing in is open to all.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        conventions.AuthorizePage("/Account/ChangePassword", Policies.Staff);
        conventions.AuthorizePage("/Account/Email", Policies.Staff);
        conventions.AuthorizePage("/Account/Mail", Policies.Staff);
        conventions.AuthorizePage("/Account/Profile", Policies.Staff);
        conventions.AuthorizePage("/Account/TwoFactor", Policies.Staff);
        conventions.NeverStore("/Account");
    }
}
