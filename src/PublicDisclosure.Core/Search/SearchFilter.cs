using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Search;

/// <summary>In which order hits come.</summary>
public enum SearchOrder
{
    /// <summary>按相关程度</summary>
    Relevance,

    /// <summary>按发布时间</summary>
    Date,
}

/// <summary>What narrows the hits.</summary>
public sealed record SearchFilter
{
    public SearchKind? Kind { get; init; }

    public Guid? DomainId { get; init; }

    /// <summary>One of the five; none for any.</summary>
    public DisclosureAspects Aspect { get; init; }

    public Guid? OrganisationId { get; init; }

    public int? Year { get; init; }

    public Validity? Validity { get; init; }

    public SearchOrder Order { get; init; }

    /// <summary>Something narrows.</summary>
    public bool Narrows => Kind is not null || DomainId is not null || Aspect != DisclosureAspects.None || OrganisationId is not null || Year is not null || Validity is not null;
}

/// <summary>How many hits there are of each, whatever its own dimension is narrowed to, and within what the other dimensions leave.</summary>
/// <param name="Kinds">By kind of page.</param>
/// <param name="Domains">By domain id.</param>
/// <param name="Aspects">By one of the five.</param>
/// <param name="Organisations">By organisation id.</param>
/// <param name="Years">By year of publication.</param>
/// <param name="Validities">By validity on the day of the question.</param>
public sealed record SearchFacets(
    IReadOnlyDictionary<SearchKind, int> Kinds, IReadOnlyDictionary<Guid, int> Domains, IReadOnlyDictionary<DisclosureAspects, int> Aspects,
    IReadOnlyDictionary<Guid, int> Organisations, IReadOnlyDictionary<int, int> Years, IReadOnlyDictionary<Validity, int> Validities)
{
    /// <summary>Nothing found.</summary>
    public static SearchFacets None { get; } = new(
        new Dictionary<SearchKind, int>(), new Dictionary<Guid, int>(), new Dictionary<DisclosureAspects, int>(), new Dictionary<Guid, int>(),
        new Dictionary<int, int>(), new Dictionary<Validity, int>());
}
