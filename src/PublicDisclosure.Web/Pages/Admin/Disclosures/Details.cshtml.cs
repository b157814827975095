using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>One disclosure with all that staff may know of it, and the steps open now.</summary>
public sealed class DetailsModel(DisclosureAccess access, OverviewReader reader, MaskingHistory masking) : PageModel
{
    /// <summary>Files that were masked, newest first.</summary>
    public IReadOnlyList<MaskedFile> MaskedFiles { get; private set; } = [];

    public Disclosure Disclosure { get; private set; } = null!;

    public DisclosureOverview Overview { get; private set; } = null!;

    public RenderedText Rendered { get; private set; } = null!;

    /// <summary>The steps this person may take now.</summary>
    public IReadOnlyList<DisclosureVerb> Verbs { get; private set; } = [];

    /// <summary>This person may change the draft now.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>This person may start the next one from it.</summary>
    public bool MayCopy { get; private set; }

    /// <summary>The text is on its way; what is public, withdrawn or filed needs no check any more.</summary>
    public bool IsUnderWay => new[] { DisclosureAction.Submit, DisclosureAction.PassSecrecyReview, DisclosureAction.Return }.Any(Disclosure.Can);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresView, stop) is not { } found) return NotFound();
        Disclosure = found;
        Overview = await reader.OverviewAsync(found, stop);
        MaskedFiles = await masking.OfAsync(id, stop);
        Rendered = DraftPreview.Render(found.Text.Body, StaffFiles.AddressIn(found));
        Verbs = [.. DisclosureVerbs.OpenTo(User.GetRights(), found)];
        MayEdit = found.Can(DisclosureAction.Submit) && User.GetRights().Has(Permission.DisclosuresDraft, found.OrganisationId);
        MayCopy = User.GetRights().Has(Permission.DisclosuresDraft, found.OrganisationId);
        return Page();
    }
}
