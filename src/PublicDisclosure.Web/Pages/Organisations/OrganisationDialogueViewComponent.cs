using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Responses;

namespace PublicDisclosure.Web.Pages.Organisations;

/// <summary>In the column of an organisation: how much it has explained and answered, and where to write to it.</summary>
[ViewComponent(Name = "OrganisationDialogue")]
public sealed class OrganisationDialogueViewComponent(DialogueReader reader) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(OrganisationPage organisation) =>
        View(new Shown(organisation, await reader.OfOrganisationAsync(organisation.Id, HttpContext.RequestAborted)));

    /// <summary>What the view shows.</summary>
    public sealed record Shown(OrganisationPage Organisation, DialogueCounts Counts);
}
