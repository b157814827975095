using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Policies;

namespace PublicDisclosure.Web.Pages.Disclosures;

/// <summary>An earlier version, as it was read in its time.</summary>
public sealed class VersionModel(DisclosureReader reader, ValidityReader validity, TimelinessReader timeliness) : PageModel, IDocumentPage
{
    public PublicRecord Record { get; private set; } = null!;

    public PublicVersion? Version { get; private set; }

    public IReadOnlyList<VersionLine> History { get; private set; } = [];

    public IReadOnlyDictionary<int, Timeliness> Timeliness { get; private set; } = new Dictionary<int, Timeliness>();

    public IReadOnlyList<ItemLine> Items { get; private set; } = [];

    public IReadOnlyList<ListedDisclosure> Related => [];

    public IReadOnlyList<OutlineEntry> Outline { get; private set; } = [];

    public IReadOnlyList<FormedDateLine> FormedDates { get; private set; } = [];

    /// <summary>Checked is the page as it is now, not an old version of it.</summary>
    public Core.Coverage.PublicCheck? LastCheck => null;

    public PublicValidity Validity { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string address, int number, CancellationToken stop)
    {
        var reading = await reader.ReadAsync(address, PublicPart.Versions, number, stop);
        if (!reading.IsOpen) return StatusCode(reading.Status);
        var (record, version) = (reading.Record, reading.Version);
        (Record, Version) = (record, version);
        FormedDates = await reader.FormedDatesAsync(record, stop);
        History = await reader.HistoryAsync(record, stop);
        Timeliness = await timeliness.OfAsync(record, History, stop);
        Items = await reader.ItemsAsync(record.Id, stop);
        Outline = DocumentOutline.Of(version.Html);
        Validity = await validity.OfAsync(record, stop);
        return Page();
    }
}
