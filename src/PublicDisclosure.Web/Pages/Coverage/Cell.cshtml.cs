using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Coverage;

/// <summary>What stands behind one cell: every unit of one organisation in one domain, the missing ones first.</summary>
public sealed class CellModel(CoverageQueries coverage, CoverageLists lists, PublicCatalogue catalogue, OrganisationDirectory directory, BusinessClock clock) : PageModel
{
    /// <summary>Units on one page.</summary>
    public const int Size = 50;

    public DomainHead Domain { get; private set; } = null!;

    public OrganisationPage Organisation { get; private set; } = null!;

    public CoverageQuery Query { get; private set; } = new();

    public IReadOnlyList<string> Unread { get; private set; } = [];

    public CoverageFilter Filter { get; private set; } = new();

    /// <summary>Of the cell, whatever status is chosen.</summary>
    public CoverageShare Share { get; private set; } = CoverageShare.None;

    /// <summary>Name of the item it is narrowed to; empty for all.</summary>
    public string ItemName { get; private set; } = "";

    public UnitPage List { get; private set; } = new([], 1, Size, 0);

    public DateOnly Today => clock.Today;

    /// <summary>Its address.</summary>
    public string Path => $"/coverage/{Domain.Slug}/{Organisation.Slug}";

    public async Task<IActionResult> OnGetAsync(string domain, string organisation, [FromQuery] CoverageQuery query, CancellationToken stop)
    {
        if (await catalogue.DomainAsync(domain, stop) is not { } head || await directory.FindAsync(organisation, stop) is not { } found) return NotFound();
        (Domain, Organisation) = (head, found);
        (Unread, Query) = (query.Unread([]), query.Clean([]) with { Domain = null, Kind = null, Sort = null });
        Filter = Query.ToFilter([], clock.Today) with { DomainId = head.Id, OrganisationId = found.Id };
        Share = (await coverage.MatrixAsync(Filter, stop)).Total;
        List = await lists.ListAsync(Query.Narrow(Filter), query.PageNumber, Size, stop);
        if (Filter.ItemCode.Length > 0) ItemName = (await lists.ItemNamesAsync([Filter.ItemCode], stop)).GetValueOrDefault(Filter.ItemCode, Filter.ItemCode);
        return Page();
    }
}
