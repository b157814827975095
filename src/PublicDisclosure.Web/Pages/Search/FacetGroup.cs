using System.Globalization;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Search;

/// <summary>One way to narrow the hits.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Values">Its values that have hits, and the one chosen.</param>
public sealed record FacetGroup(string Label, IReadOnlyList<FacetValue> Values)
{
    private const int Most = 12;

    /// <summary>Every group that offers a choice.</summary>
    public static IReadOnlyList<FacetGroup> Of(SearchFacets facets, SearchQuery query, IReadOnlyList<OrganisationLine> organisations, IReadOnlyList<DomainLine> domains)
    {
        var byDomain = domains.ToDictionary(d => d.Id);
        var byOrganisation = organisations.ToDictionary(o => o.Id);
        return [.. new[]
        {
            Group("类型", query.Kind, facets.Kinds.OrderByDescending(k => k.Value).Select(k => (k.Key.ToString(), Words.Of(k.Key), k.Value)), v => query with { Kind = v }),
            Group("领域", query.Domain, facets.Domains.Where(d => byDomain.ContainsKey(d.Key)).OrderByDescending(d => d.Value).Select(d => (byDomain[d.Key].Slug, byDomain[d.Key].Name, d.Value)), v => query with { Domain = v }),
            Group("五公开", query.Aspect, AspectPages.All.Where(a => facets.Aspects.ContainsKey(a.Aspect)).Select(a => (a.Slug, Words.Of(a.Aspect), facets.Aspects[a.Aspect])), v => query with { Aspect = v }),
            Group("单位", query.Organisation, facets.Organisations.Where(o => byOrganisation.ContainsKey(o.Key)).OrderByDescending(o => o.Value).Select(o => (byOrganisation[o.Key].Slug, byOrganisation[o.Key].ShortName, o.Value)), v => query with { Organisation = v }),
            Group("年份", query.Year, facets.Years.OrderByDescending(y => y.Key).Select(y => (y.Key.ToString(CultureInfo.InvariantCulture), $"{y.Key}年", y.Value)), v => query with { Year = v }),
            Group("效力", query.Validity, facets.Validities.Where(v => v.Key != Validity.NotApplicable).OrderByDescending(v => v.Value).Select(v => (v.Key.ToString(), Words.Of(v.Key), v.Value)), v => query with { Validity = v }),
        }.Where(g => g.Values.Count > 1 || g.Values.Any(v => v.IsChosen))];
    }

    private static FacetGroup Group(string label, string? chosen, IEnumerable<(string Value, string Text, int Count)> values, Func<string?, SearchQuery> with)
    {
        var all = values.ToList();
        var shown = all.Where((v, i) => i < Most || v.Value == chosen).Select(v => new FacetValue(
            v.Text, v.Count, v.Value == chosen, (with(v.Value == chosen ? null : v.Value) with { After = null, Before = null }).Address())).ToList();
        return new FacetGroup(label, shown);
    }
}

/// <summary>A value of a group.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Count">Hits with it.</param>
/// <param name="IsChosen">The hits are narrowed to it; its link takes that back.</param>
/// <param name="Address">The same search with it, or without it where it is chosen.</param>
public sealed record FacetValue(string Text, int Count, bool IsChosen, string Address);
