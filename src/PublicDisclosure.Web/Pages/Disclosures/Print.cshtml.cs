using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure.PageCache;

namespace PublicDisclosure.Web.Pages.Disclosures;

/// <summary>A sheet for paper, with address, version, time and QR code; a normative document with its red header. It tells when it was printed, so that no cache keeps it.</summary>
[NeverKept]
public sealed class PrintModel(DisclosureReader reader, ValidityReader validity, BusinessClock clock) : PageModel
{
    public PublicRecord Record { get; private set; } = null!;

    public PublicVersion Version { get; private set; } = null!;

    /// <summary>Validity today.</summary>
    public PublicValidity Validity { get; private set; } = null!;

    public DateTime PrintedAt => clock.Now;

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        var reading = await reader.ReadAsync(address, PublicPart.Print, null, stop);
        if (!reading.IsOpen) return StatusCode(reading.Status);
        (Record, Version) = (reading.Record, reading.Version);
        Validity = await validity.OfAsync(reading.Record, stop);
        return Page();
    }
}
