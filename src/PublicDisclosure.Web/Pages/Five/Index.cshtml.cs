using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Pages.Five;

/// <summary>The five disclosures with their counts.</summary>
public sealed class IndexModel(DisclosureDb db, PublicFigures figures) : PageModel
{
    public Figures Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => Figures = await figures.ReadAsync(db, stop);
}
