using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Web.Pages.Editions;

/// <summary>How many items each township says do not apply to it, side by side.</summary>
public sealed class NotApplicableModel(NotApplicableReader reader) : PageModel
{
    public IReadOnlyList<TownshipLine> Townships { get; private set; } = [];

    public ILookup<string, NotApplicableItem> Items { get; private set; } = Array.Empty<NotApplicableItem>().ToLookup(i => i.TownshipSlug);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Townships = await reader.TownshipsAsync(stop);
        Items = (await reader.ItemsAsync(null, stop)).ToLookup(i => i.TownshipSlug);
    }
}
