using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Postings;

namespace PublicDisclosure.Web.Pages.Organisations;

/// <summary>An organisation's column: newest, contact of its disclosure office, share in time.</summary>
public sealed class DetailsModel(DisclosureDb db, PublicFigures figures, OrganisationDirectory directory, DisclosureList list, NotApplicableReader notApplicable, PostingReader postings) : PageModel
{
    private const int NewestShown = 12;

    public OrganisationPage Organisation { get; private set; } = null!;

    public int Published { get; private set; }

    /// <summary>What fell due this year.</summary>
    public CoverageShare Coverage { get; private set; } = CoverageShare.None;

    public IReadOnlyList<ListedDisclosure> Newest { get; private set; } = [];

    /// <summary>Items that do not apply; null where there is no such thing.</summary>
    public int? NotApplicable { get; private set; }

    /// <summary>Postings off the web: the fact, never the list.</summary>
    public PostingFacts Postings { get; private set; } = PostingFacts.None;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await directory.FindAsync(slug, stop) is not { } found) return NotFound();
        Organisation = found;
        var counted = await figures.ReadAsync(db, stop);
        (Published, Coverage) = (counted.Organisation(found.Id), counted.Coverage.Organisation(found.Id));
        Newest = (await list.ReadAsync(new DisclosureFilter { OrganisationId = found.Id }, null, null, stop, NewestShown)).Rows;
        if (found.Kind == OrganisationKind.Township) NotApplicable = (await notApplicable.ItemsAsync(found.Id, stop)).Count;
        Postings = await postings.OfOrganisationAsync(found.Id, stop);
        return Page();
    }
}
