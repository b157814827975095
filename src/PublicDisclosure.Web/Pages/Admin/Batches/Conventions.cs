using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Batches;

/// <summary>Batches are seen by whoever sees the disclosures; files are sent by those who write them.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        conventions.AuthorizeFolder("/Admin/Batches", Policies.DisclosuresView);
        foreach (var page in new[] { "New", "Preview" }) conventions.AuthorizePage("/Admin/Batches/" + page, Policies.DisclosuresDraft);
    }
}
