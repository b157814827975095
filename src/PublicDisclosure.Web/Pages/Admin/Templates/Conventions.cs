using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Templates;

/// <summary>Templates are kept by clerks for their organisation, by the disclosure office for all.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions) => conventions.AuthorizeFolder("/Admin/Templates", Policies.TemplatesKeep);
}
