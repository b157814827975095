using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Web.Pages.Organisations;

/// <summary>An organisation's disclosure guide (Article 12), which is a disclosure like any other.</summary>
public sealed class GuideModel(OrganisationDirectory directory, DisclosureReader reader) : PageModel
{
    public OrganisationPage Organisation { get; private set; } = null!;

    public PublicRecord? Record { get; private set; }

    public PublicVersion? Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await directory.FindAsync(slug, stop) is not { } found) return NotFound();
        Organisation = found;
        if (await directory.NewestAddressAsync(found.Id, DisclosureGenre.Guide, stop) is not { } address) return Page();
        var reading = await reader.ReadAsync(address, PublicPart.Body, null, stop);
        (Record, Version) = (reading.Record, reading.Version);
        return Page();
    }
}
