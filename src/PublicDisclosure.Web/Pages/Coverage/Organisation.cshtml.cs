using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Coverage;

/// <summary>What an organisation must publish, what it has and what is missing: by domain, by item, and over time.</summary>
public sealed class OrganisationModel(CoverageQueries coverage, CoverageLists lists, CoverageSnapshots snapshots, OrganisationDirectory directory, BusinessClock clock) : PageModel
{
    /// <summary>Missing things shown here; all of them stand behind the cells.</summary>
    public const int MissingShown = 20;

    public OrganisationPage Organisation { get; private set; } = null!;

    public CoverageQuery Query { get; private set; } = new();

    public IReadOnlyList<string> Unread { get; private set; } = [];

    public CoverageFilter Filter { get; private set; } = new();

    public CoverageMatrix Matrix { get; private set; } = null!;

    /// <summary>Item by item, the missing ones first.</summary>
    public ILookup<Guid, DutyShare> Duties { get; private set; } = Array.Empty<DutyShare>().ToLookup(d => d.DomainId);

    public IReadOnlyDictionary<string, string> ItemNames { get; private set; } = new Dictionary<string, string>();

    /// <summary>What is missing, the longest overdue first.</summary>
    public UnitPage Missing { get; private set; } = new([], 1, MissingShown, 0);

    public IReadOnlyList<TrendPoint> Trend { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery] CoverageQuery query, CancellationToken stop)
    {
        if (await directory.FindAsync(slug, stop) is not { } found) return NotFound();
        Organisation = found;
        (Unread, Query) = (query.Unread([]), query.Clean([]) with { Domain = null, Kind = null, Sort = null, Status = null, Item = null });
        Filter = Query.ToFilter([], clock.Today) with { OrganisationId = found.Id };
        Matrix = await coverage.MatrixAsync(Filter, stop);
        var duties = await coverage.DutiesAsync(Filter, stop);
        ItemNames = await lists.ItemNamesAsync([.. duties.Select(d => d.ItemCode).Distinct()], stop);
        Duties = duties.OrderBy(d => d.Share.State()).ThenByDescending(d => d.Share.Overdue).ThenBy(d => d.ItemCode, StringComparer.Ordinal).ToLookup(d => d.DomainId);
        Missing = await lists.ListAsync(Filter with { Status = TimelinessStatus.Overdue, WithUnrated = false }, 1, MissingShown, stop);
        Trend = await snapshots.TrendAsync(null, found.Id, stop: stop);
        return Page();
    }
}
