using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Web.Infrastructure.PageCache;

namespace PublicDisclosure.Web.Pages.Search;

/// <summary>Search over what is public. It is as fresh as this node's index, which no cache knows of.</summary>
[NeverKept]
public sealed class IndexModel(SiteSearch search, OrganisationDirectory directory, PublicCatalogue catalogue) : PageModel
{
    /// <summary>Characters of a question that the title of the window has room for.</summary>
    private const int MostInTitle = 21;

    public SearchQuery Query { get; private set; } = new();

    public SearchFilter Filter { get; private set; } = new();

    public SearchPage Found { get; private set; } = new() { Query = "" };

    public IReadOnlyList<FacetGroup> Facets { get; private set; } = [];

    /// <summary>Something was asked.</summary>
    public bool IsAsked => Found.Query.Length > 0;

    /// <summary>There are hits, but the address points behind the last of them.</summary>
    public bool IsPastTheEnd => Found.Rows.Count == 0 && Found.NextPlain is null && (Found.Total > 0 || (Found.IsPlain && Query.Position is not null));

    /// <summary>What was asked and the page of the hits, for the title of the window: many searches may stand open side by side.</summary>
    public string Asked
    {
        get
        {
            var words = ShortText.Of(Found.Query, MostInTitle);
            if (Found.Rows.Count == 0 && !IsPastTheEnd && Found.NextPlain is null) return $"没有找到“{words}”";
            return Found.Rows.Count > 0 && Found.Previous is { } before ? $"{words}（第{(before / SiteSearch.PageSize) + 2}页）" : words;
        }
    }

    public async Task OnGetAsync([Microsoft.AspNetCore.Mvc.FromQuery] SearchQuery query, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(query.Q)) return;
        var organisations = await directory.ReadAsync(stop);
        var domains = await catalogue.DomainNamesAsync(stop);
        Filter = query.ToFilter(organisations, domains);
        Found = await search.FindAsync(query.Q, Filter, query.From, query.Exact == "1", query.Position, stop);
        Query = query with { Q = Found.Query };
        Facets = FacetGroup.Of(Found.Facets, Query, organisations, domains);
    }
}
