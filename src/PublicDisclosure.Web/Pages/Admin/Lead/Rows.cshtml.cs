using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Reminders;

namespace PublicDisclosure.Web.Pages.Admin.Lead;

/// <summary>Rows of a township's edition that nobody has confirmed: to read, not to change.</summary>
public sealed class RowsModel(DisclosureDb db, CatalogueAuthority authority, LeadDesk desk) : LeadPage(db, authority)
{
    public IReadOnlyList<LeadRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop)) return NotFound();
        Rows = await desk.RowsAsync(Of.Id, At.Id, stop);
        return Page();
    }
}
