using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Web.Infrastructure.PageCache;

namespace PublicDisclosure.Web.Pages.Search;

/// <summary>Search over what is public. It is as fresh as this node's index, which no cache knows of.</summary>
[NeverKept]
public sealed class IndexModel(SiteSearch search, OrganisationDirectory directory, PublicCatalogue catalogue) : PageModel
{
    public SearchQuery Query { get; private set; } = new();

    public SearchFilter Filter { get; private set; } = new();

    public SearchPage Found { get; private set; } = new() { Query = "" };

    public IReadOnlyList<FacetGroup> Facets { get; private set; } = [];

    /// <summary>Something was asked.</summary>
    public bool IsAsked => Found.Query.Length > 0;

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
