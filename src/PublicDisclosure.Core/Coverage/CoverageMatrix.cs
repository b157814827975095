using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Coverage;

/// <summary>A domain as a column or row of the matrix.</summary>
public sealed record MatrixDomain(Guid Id, string Slug, string Name);

/// <summary>An organisation of the matrix. One that was merged stays for what was due before.</summary>
public sealed record MatrixOrganisation(Guid Id, string Slug, string Name, OrganisationKind Kind, bool IsActive);

/// <summary>Domains by organisations with the share of each, on one day.</summary>
/// <param name="On">Beijing date on which it was read.</param>
/// <param name="Domains">In the order of the catalogue; only those with something to count.</param>
/// <param name="Organisations">In their own order; only those with something to count.</param>
/// <param name="Cells">Where there is something to count.</param>
public sealed record CoverageMatrix(
    DateOnly On, IReadOnlyList<MatrixDomain> Domains, IReadOnlyList<MatrixOrganisation> Organisations, IReadOnlyDictionary<(Guid Domain, Guid Organisation), CoverageShare> Cells)
{
    /// <summary>One cell; null where nothing is to be published.</summary>
    public CoverageShare? Of(Guid domain, Guid organisation) => Cells.GetValueOrDefault((domain, organisation));

    /// <summary>All of a domain.</summary>
    public CoverageShare OfDomain(Guid domain) => ByDomain.GetValueOrDefault(domain, CoverageShare.None);

    /// <summary>All of an organisation.</summary>
    public CoverageShare OfOrganisation(Guid organisation) => ByOrganisation.GetValueOrDefault(organisation, CoverageShare.None);

    /// <summary>Everything.</summary>
    public CoverageShare Total { get; } = Sum(Cells.Values);

    // Added up once: a page asks for every row and every column.
    private Dictionary<Guid, CoverageShare> ByDomain { get; } = Cells.GroupBy(c => c.Key.Domain, c => c.Value).ToDictionary(g => g.Key, Sum);

    private Dictionary<Guid, CoverageShare> ByOrganisation { get; } = Cells.GroupBy(c => c.Key.Organisation, c => c.Value).ToDictionary(g => g.Key, Sum);

    private static CoverageShare Sum(IEnumerable<CoverageShare> shares) => shares.Aggregate(CoverageShare.None, (sum, share) => sum + share);
}
