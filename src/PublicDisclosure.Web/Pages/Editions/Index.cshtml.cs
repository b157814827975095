using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Web.Pages.Editions;

/// <summary>The catalogue editions that are or were in force.</summary>
public sealed class IndexModel(EditionReader editions) : PageModel
{
    public IReadOnlyList<EditionLine> Editions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Editions = await editions.ReadAsync(stop);

    /// <summary>The same owner's edition before this one, to compare with; for a township's first, the city's it came from.</summary>
    public EditionLine? FormerOf(EditionLine edition) =>
        Editions.Where(e => e.OwnerSlug == edition.OwnerSlug && e.InForceOn < edition.InForceOn).MaxBy(e => e.InForceOn)
        ?? Editions.FirstOrDefault(e => e.Id == edition.BasedOnEditionId);
}
