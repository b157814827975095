using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Search;

/// <summary>A search as it stands in its address. Everything is text here: what cannot be read narrows nothing.</summary>
public sealed record SearchQuery
{
    /// <summary>What is looked for.</summary>
    public string? Q { get; init; }

    public string? Kind { get; init; }

    public string? Domain { get; init; }

    public string? Aspect { get; init; }

    public string? Organisation { get; init; }

    public string? Year { get; init; }

    public string? Validity { get; init; }

    /// <summary><c>date</c> for the newest first.</summary>
    public string? Order { get; init; }

    /// <summary><c>1</c>: typing errors are not mended.</summary>
    public string? Exact { get; init; }

    public string? After { get; init; }

    public string? Before { get; init; }

    /// <summary>Hits before this page.</summary>
    public int From => int.TryParse(After ?? Before, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0;

    /// <summary>Position in the plain search.</summary>
    public ListPosition? Position => ListPosition.Read(After);

    /// <summary>The filter, with address parts looked up.</summary>
    public SearchFilter ToFilter(IEnumerable<OrganisationLine> organisations, IEnumerable<DomainLine> domains) => new()
    {
        Kind = ListQuery.Read<SearchKind>(Kind),
        DomainId = domains.FirstOrDefault(d => d.Slug == Domain)?.Id,
        Aspect = AspectPages.Find(Aspect)?.Aspect ?? DisclosureAspects.None,
        OrganisationId = organisations.FirstOrDefault(o => o.Slug == Organisation)?.Id,
        Year = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        Validity = ListQuery.Read<Validity>(Validity),
        Order = Order == "date" ? SearchOrder.Date : SearchOrder.Relevance,
    };

    /// <summary>The same search in the one form that all ways of writing it share: what narrows nothing, its order and its position are left out.</summary>
    /// <param name="words">What was looked for in the end.</param>
    /// <param name="filter">What it was narrowed to.</param>
    public SearchQuery Settled(string words, SearchFilter filter) => new()
    {
        Q = words,
        Kind = filter.Kind?.ToString(),
        Domain = filter.DomainId is null ? null : Domain,
        Aspect = filter.Aspect == DisclosureAspects.None ? null : Aspect,
        Organisation = filter.OrganisationId is null ? null : Organisation,
        Year = filter.Year?.ToString(CultureInfo.InvariantCulture),
        Validity = filter.Validity?.ToString(),
    };

    /// <summary>The address of this search under a path, without its position.</summary>
    public string Address(string path = "/search")
    {
        var query = new QueryBuilder();
        Add("q", Q);
        Add("kind", Kind);
        Add("domain", Domain);
        Add("aspect", Aspect);
        Add("organisation", Organisation);
        Add("year", Year);
        Add("validity", Validity);
        Add("order", Order);
        Add("exact", Exact);
        return path + query.ToQueryString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query.Add(name, value);
        }
    }
}
