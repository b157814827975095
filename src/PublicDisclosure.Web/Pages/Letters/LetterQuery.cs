using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>The filters of the public letters as they stand in their address. Everything is text here: what cannot be read narrows nothing.</summary>
public sealed record LetterQuery
{
    public string? Kind { get; init; }

    public string? Organisation { get; init; }

    public string? Domain { get; init; }

    /// <summary>Words of title, question or answer.</summary>
    public string? Q { get; init; }

    public string? After { get; init; }

    public string? Before { get; init; }

    /// <summary>True when any filter is set.</summary>
    public bool IsNarrowed => new[] { Kind, Organisation, Domain, Q }.Any(v => !string.IsNullOrWhiteSpace(v));

    /// <summary>Position to go on from.</summary>
    public ListPosition? AfterPosition => ListPosition.Read(After);

    /// <summary>Position to go back from.</summary>
    public ListPosition? BeforePosition => ListPosition.Read(Before);

    /// <summary>The filter, with address parts looked up.</summary>
    public LetterFilter ToFilter(IEnumerable<OrganisationLine> organisations, IEnumerable<DomainLine> domains)
    {
        var words = (Q ?? "").Trim();
        return new LetterFilter(
            ListQuery.Read<LetterKind>(Kind), organisations.FirstOrDefault(o => o.Slug == Organisation)?.Id, domains.FirstOrDefault(d => d.Slug == Domain)?.Id,
            ShortText.Start(words, LetterReader.WordsLength));
    }

    /// <summary>What the list is narrowed by.</summary>
    public ListConditions Conditions(IReadOnlyList<OrganisationLine> organisations, IReadOnlyList<DomainLine> domains)
    {
        var filter = ToFilter(organisations, domains);
        return new ListConditions(
            ListCondition.Coded("kind", Kind, filter.Kind),
            ListCondition.Organisation(Organisation, filter.OrganisationId, organisations),
            ListCondition.Domain(Domain, filter.DomainId, domains),
            ListCondition.Text("q", Q, filter.Words, "含"));
    }
}
