using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>Who sees cases, who decides whose they are. Handling and reviewing are asked by the page, for the organisation.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        conventions.AuthorizeFolder("/Admin/Letters", Policies.LettersView);
        foreach (var page in new[] { "Triage", "Channels", "Channel", "Questions", "Question", "NewQuestion" }) conventions.AuthorizePage($"/Admin/Letters/{page}", Policies.LettersTriage);
    }
}
