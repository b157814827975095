using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Disclosures;

/// <summary>A sheet for paper, with address, version, time and QR code; a normative document with its red header.</summary>
public sealed class PrintModel(DisclosureReader reader, ValidityReader validity, BusinessClock clock) : PageModel
{
    public PublicRecord Record { get; private set; } = null!;

    public PublicVersion Version { get; private set; } = null!;

    /// <summary>Validity today.</summary>
    public PublicValidity Validity { get; private set; } = null!;

    public DateTime PrintedAt => clock.Now;

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        if (await reader.FindAsync(address, stop) is not { } record) return NotFound();
        if (record.Withdrawal is not null) return StatusCode(StatusCodes.Status410Gone);
        if (await reader.VersionAsync(record.Id, record.CurrentVersion, stop) is not { } version) return NotFound();
        (Record, Version) = (record, version);
        Validity = await validity.OfAsync(record.Id, stop);
        return Page();
    }
}
