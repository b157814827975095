using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.ValidityDesk;

/// <summary>Staff who see disclosures see their validity; recording and confirming are asked for by each handler, within the organisation.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions) => conventions.AuthorizeFolder("/Admin/ValidityDesk", Policies.DisclosuresView);
}
