using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>What stands around a disclosure on its details: notes of colleagues, the review date, preview links.</summary>
[ViewComponent(Name = "DisclosureDesk")]
public sealed class DisclosureDeskViewComponent(InternalNotes notes, ContentReviewDesk reviews, PreviewDesk previews) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Disclosure disclosure)
    {
        var mayUseNotes = InternalNotes.MayUse(UserClaimsPrincipal.GetRights(), disclosure.OrganisationId);
        return View(new Panels(
            disclosure, mayUseNotes ? await notes.ReadAsync(disclosure.Id, HttpContext.RequestAborted) : null,
            await reviews.ReadAsync(disclosure, HttpContext.RequestAborted), await previews.ReadAsync(disclosure.Id, HttpContext.RequestAborted)));
    }

    /// <summary>What the view shows. Notes are null for those who may not read them.</summary>
    public sealed record Panels(Disclosure Disclosure, IReadOnlyList<NoteLine>? Notes, ReviewSheet Review, IReadOnlyList<PreviewLine> Links);
}
