using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>The catalogue is open to staff who see it; changing it, its rules or its duties asks for more.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    private static readonly string[] StewardPages =
        ["New", "NewItem", "PutInForce", "Import", "ImportPreview", "ClassificationRule", "ClassificationRules", "BodyRule", "BodyRules", "Leads"];

    public void Configure(PageConventionCollection conventions)
    {
        conventions.AuthorizeFolder("/Admin/Catalogue", Policies.CatalogueView);
        foreach (var page in StewardPages) conventions.AuthorizePage("/Admin/Catalogue/" + page, Policies.CatalogueSteward);
        conventions.AuthorizePage("/Admin/Catalogue/Proposals", Policies.CatalogueConfirm);
    }
}
