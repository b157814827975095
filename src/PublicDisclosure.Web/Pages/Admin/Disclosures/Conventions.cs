using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Who sees the folder at all, and who may open which verb. Which organisation is asked by each page, by scope.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        const string folder = "/Admin/Disclosures";
        conventions.AuthorizeFolder(folder, Policies.DisclosuresView);
        foreach (var page in new[] { "New", "Create", "Edit", "Live", "Mask", "Replaces", "Copy", "Discard", "Forwarded", "Explains", "Chart", "Questions", "Media", "MediaWords" }) conventions.AuthorizePage($"{folder}/{page}", Policies.DisclosuresDraft);
        conventions.AuthorizePage($"{folder}/Waive", Policies.InterpretationsWaive);
        foreach (var verb in DisclosureVerbs.All) conventions.AuthorizePage($"{folder}/{verb.Page}", verb.Permission.ToString());
    }
}
