using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Bin;

/// <summary>The bin of drafts belongs to those who write them.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions) => conventions.AuthorizeFolder("/Admin/Bin", Policies.DisclosuresDraft);
}
