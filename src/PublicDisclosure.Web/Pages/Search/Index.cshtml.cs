using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Search;

/// <summary>Search over what is public.</summary>
public sealed class IndexModel(DisclosureSearch search) : PageModel
{
    /// <summary>What was typed, cut to what is looked for.</summary>
    public string Query { get; private set; } = "";

    public IReadOnlyList<string> Words { get; private set; } = [];

    public Page<SearchHit> Hits { get; private set; } = new([], null, null);

    public async Task OnGetAsync(string? q, string? after, CancellationToken stop)
    {
        Words = DisclosureSearch.Words(q);
        Query = string.Join(' ', Words);
        Hits = await search.FindAsync(Words, ListPosition.Read(after), stop);
    }
}
