using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Search;

/// <summary>What kind of page a hit leads to.</summary>
public enum SearchKind
{
    /// <summary>公开信息</summary>
    Disclosure,

    /// <summary>政策解读</summary>
    Interpretation,

    /// <summary>回应关切</summary>
    Response,

    /// <summary>来信及答复</summary>
    Letter,

    /// <summary>常见问题</summary>
    Question,

    /// <summary>公开事项</summary>
    Item,

    /// <summary>机构</summary>
    Organisation,
}

/// <summary>A public page as search keeps it.</summary>
public sealed record SearchDocument
{
    public required SearchSubject Subject { get; init; }

    public required Guid Id { get; init; }

    public required SearchKind Kind { get; init; }

    /// <summary>Address of the page within the site.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    /// <summary>发文字号 as written.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>索引号 and whatever else is a number of it.</summary>
    public string Numbers { get; init; } = "";

    /// <summary>Names that belong to it: organisation in full and short, items, domains.</summary>
    public string Names { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>通俗摘要: what it means in everyday words, in which people ask.</summary>
    public string PlainSummary { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>The words of its files.</summary>
    public string Attachments { get; init; } = "";

    public Guid? OrganisationId { get; init; }

    public string OrganisationName { get; init; } = "";

    public IReadOnlyList<Guid> DomainIds { get; init; } = [];

    public DisclosureAspects Aspects { get; init; }

    /// <summary>Null for what has no validity.</summary>
    public DisclosureGenre? Genre { get; init; }

    /// <summary>The policies that an interpretation explains: whether they still hold is asked of their own pages.</summary>
    public IReadOnlyList<Guid> Interprets { get; init; } = [];

    /// <summary>Beijing date of publication; null for what has none (items, organisations).</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>UTC, for sorting by date.</summary>
    public DateTime? PublishedAt { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public DateOnly? AmendedOn { get; init; }

    public DateOnly? RepealedOn { get; init; }

    /// <summary>Last day on which it may be shown; null for always.</summary>
    public DateOnly? DisplayUntil { get; init; }

    /// <summary>Its name in the index.</summary>
    public string Key => KeyOf(Subject, Id);

    internal static string KeyOf(SearchSubject subject, Guid id) => $"{(int)subject}:{id:N}";
}
