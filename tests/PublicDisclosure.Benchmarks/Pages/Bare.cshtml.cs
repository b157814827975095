using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Benchmarks.Pages;

/// <summary>The least that a page of a document can be: one query, its title and its text.</summary>
public sealed class BareModel(DisclosureDb db) : PageModel
{
    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        var found = await db.Disclosures.Where(d => d.Address == address)
            .Join(db.Versions, d => new { d.Id, Number = d.CurrentVersion }, v => new { Id = v.DisclosureId, v.Number }, (_, v) => new { v.Text.Title, v.Html })
            .AsNoTracking().FirstOrDefaultAsync(stop);
        if (found is null) return NotFound();
        (Title, Text) = (found.Title, found.Html);
        return Page();
    }
}
