using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Catalogue;

/// <summary>An item: what must be published, by whom, by when, and what is.</summary>
public sealed class ItemModel(PublicCatalogue catalogue, DisclosureList list, PostingReader postings, CoverageQueries coverage, BusinessClock clock) : PageModel
{
    public DomainHead Domain { get; private set; } = null!;

    public ItemRow Row { get; private set; } = null!;

    /// <summary>What of it fell due this year, of all organisations together.</summary>
    public CoverageShare Coverage { get; private set; } = CoverageShare.None;

    public IReadOnlyList<OrganisationName> Holders { get; private set; } = [];

    /// <summary>Postings off the web: the fact, never the list.</summary>
    public PostingFacts Postings { get; private set; } = PostingFacts.None;

    public Page<ListedDisclosure> List { get; private set; } = new([], null, null);

    public async Task<IActionResult> OnGetAsync(string domain, string item, [FromQuery] ListQuery query, CancellationToken stop)
    {
        if (await catalogue.DomainAsync(domain, stop) is not { } found) return NotFound();
        if (await catalogue.ItemAsync(found.Id, item, stop) is not { } row) return NotFound();
        (Domain, Row) = (found, row);
        Coverage = (await coverage.MatrixAsync(new CoverageFilter { ItemCode = row.Code, Span = CoverageSpan.YearOf(clock.Today) }, stop)).Total;
        Holders = await catalogue.DutyHoldersAsync(row.Code, stop);
        Postings = await postings.OfItemAsync(row.Code, stop);
        List = await list.ReadAsync(new DisclosureFilter { ItemCode = row.Code }, query.AfterPosition, query.BeforePosition, stop);
        return Page();
    }
}
