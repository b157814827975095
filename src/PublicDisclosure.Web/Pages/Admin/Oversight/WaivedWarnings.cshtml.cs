using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Oversight;

namespace PublicDisclosure.Web.Pages.Admin.Oversight;

/// <summary>Warnings of the checklist that somebody went over, with the reason.</summary>
public sealed class WaivedWarningsModel(OversightLists lists, OrganisationDirectory directory) : OversightListPage(lists, directory)
{
    /// <inheritdoc/>
    public override OversightList Kind => OversightList.WaivedWarnings;
}
