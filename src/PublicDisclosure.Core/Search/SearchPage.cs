using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Search;

/// <summary>A piece of text; marked where it is what was looked for.</summary>
public sealed record TextPiece(string Text, bool IsHit);

/// <summary>A page that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Its address within the site.</param>
/// <param name="Title">Its title, with what was looked for marked.</param>
/// <param name="Excerpt">The stretch of its text that says most of what was looked for.</param>
/// <param name="OrganisationName">Who published it.</param>
/// <param name="DocumentNumber">发文字号, marked like the title; nothing where there is none.</param>
/// <param name="PublishedOn">When it was published; null for items and organisations.</param>
/// <param name="Validity">Its validity today.</param>
public sealed record FoundPage(
    SearchKind Kind, string Path, IReadOnlyList<TextPiece> Title, IReadOnlyList<TextPiece> Excerpt, string OrganisationName, IReadOnlyList<TextPiece> DocumentNumber,
    DateOnly? PublishedOn, Validity Validity)
{
    /// <summary>An interpretation of nothing that still holds.</summary>
    public bool ExplainsWhatIsOver { get; init; }

    /// <summary>The title in one piece.</summary>
    public string PlainTitle => string.Concat(Title.Select(p => p.Text));
}

/// <summary>What a search found.</summary>
public sealed record SearchPage
{
    /// <summary>As typed, cut to what is looked at.</summary>
    public required string Query { get; init; }

    /// <summary>One page of hits.</summary>
    public IReadOnlyList<FoundPage> Rows { get; init; } = [];

    /// <summary>All hits.</summary>
    public int Total { get; init; }

    /// <summary>Position of the next page; null on the last.</summary>
    public int? Next { get; init; }

    /// <summary>Position of the page before; null on the first.</summary>
    public int? Previous { get; init; }

    public SearchFacets Facets { get; init; } = SearchFacets.None;

    /// <summary>The question with its typing error mended, which was asked instead; null when it was asked as typed.</summary>
    public string? Mended { get; init; }

    /// <summary>Nothing speaks of all that was asked: these pages speak of a part of it.</summary>
    public bool IsPart { get; init; }

    /// <summary>The index is being built: a plain search of the database answered, over disclosures alone and without facets.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Position in the plain search.</summary>
    public string? NextPlain { get; init; }

    /// <summary>Official words that were looked for besides.</summary>
    public IReadOnlyList<string> AlsoLookedFor { get; init; } = [];
}
