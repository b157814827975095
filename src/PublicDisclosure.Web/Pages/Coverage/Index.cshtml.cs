using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Coverage;

/// <summary>The matrix: organisations by domains, each cell with its letter, share and counts, leading to what stands behind it.</summary>
public sealed class IndexModel(CoverageQueries coverage, CoverageSnapshots snapshots, PublicCatalogue catalogue, BusinessClock clock) : PageModel
{
    /// <summary>What was asked, without what could not be read.</summary>
    public CoverageQuery Query { get; private set; } = new();

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Unread { get; private set; } = [];

    public CoverageFilter Filter { get; private set; } = new();

    public CoverageMatrix Matrix { get; private set; } = null!;

    public IReadOnlyList<DomainLine> Domains { get; private set; } = [];

    /// <summary>The domain it is narrowed to; null for all.</summary>
    public DomainLine? Domain { get; private set; }

    /// <summary>By kind, each kind in the order asked for.</summary>
    public IReadOnlyList<MatrixGroup> Groups { get; private set; } = [];

    public IReadOnlyList<TrendPoint> Trend { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync([FromQuery] CoverageQuery query, CancellationToken stop)
    {
        Domains = await catalogue.DomainNamesAsync(stop);
        Unread = query.Unread(Domains);
        // Status and item belong to the lists behind the cells.
        Query = query.Clean(Domains) with { Status = null, Item = null };
        Domain = Domains.FirstOrDefault(d => d.Slug == Query.Domain);
        Filter = Query.ToFilter(Domains, clock.Today);
        Matrix = await coverage.MatrixAsync(Filter, stop);
        Groups = [.. Matrix.Organisations.GroupBy(o => o.Kind).OrderBy(g => g.Key).Select(g => new MatrixGroup(g.Key, Sorted(g)))];
        Trend = await snapshots.TrendAsync(Domain?.Id, null, stop: stop);
    }

    private List<MatrixRow> Sorted(IEnumerable<MatrixOrganisation> organisations)
    {
        var rows = organisations.Select(o => new MatrixRow(o, Matrix.OfOrganisation(o.Id)));
        return Query.Sort switch
        {
            CoverageQuery.ByShare => [.. rows.OrderBy(r => r.Total.BasisPoints ?? int.MaxValue).ThenByDescending(r => r.Total.Overdue)],
            CoverageQuery.ByOverdue => [.. rows.OrderByDescending(r => r.Total.Overdue).ThenBy(r => r.Total.BasisPoints ?? int.MaxValue)],
            _ => [.. rows],
        };
    }

    /// <summary>Organisations of one kind.</summary>
    public sealed record MatrixGroup(OrganisationKind Kind, IReadOnlyList<MatrixRow> Rows);

    /// <summary>An organisation with all of it together.</summary>
    public sealed record MatrixRow(MatrixOrganisation Organisation, CoverageShare Total);
}
