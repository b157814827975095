using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>Who sees cases. What an act needs beyond that, for the organisation of the case, is asked by <see cref="CasePage"/>.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        conventions.AuthorizeFolder("/Admin/OpinionCases", Policies.CasesView);
        foreach (var page in new[] { "New", "Consultation", "Act", "Consult", "Grade", "Times", "Silence", "Close" }) conventions.AuthorizePage($"/Admin/OpinionCases/{page}", Policies.CasesHandle);
    }
}
