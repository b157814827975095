using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Oversight;

namespace PublicDisclosure.Web.Pages.Admin.Oversight;

/// <summary>Publications in an emergency without a signature, and what the review afterwards found.</summary>
public sealed class ForcedPublicationsModel(OversightLists lists, OrganisationDirectory directory) : OversightListPage(lists, directory)
{
    /// <inheritdoc/>
    public override OversightList Kind => OversightList.ForcedPublications;
}
