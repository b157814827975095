using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Policies;

namespace PublicDisclosure.Web.Pages.Disclosures;

/// <summary>One disclosure at its lasting address: the newest version, the notice of what closed it (410), or of the end of its display.</summary>
public sealed class DetailsModel(DisclosureReader reader, DisclosureList list, ValidityReader validity, TimelinessReader timeliness, ContentCheckReader checks) : PageModel, IDocumentPage
{
    public PublicRecord Record { get; private set; } = null!;

    public PublicVersion? Version { get; private set; }

    public IReadOnlyList<VersionLine> History { get; private set; } = [];

    public IReadOnlyDictionary<int, Timeliness> Timeliness { get; private set; } = new Dictionary<int, Timeliness>();

    public IReadOnlyList<ItemLine> Items { get; private set; } = [];

    public IReadOnlyList<ListedDisclosure> Related { get; private set; } = [];

    public IReadOnlyList<OutlineEntry> Outline { get; private set; } = [];

    public IReadOnlyList<FormedDateLine> FormedDates { get; private set; } = [];

    public PublicValidity Validity { get; private set; } = null!;

    public PublicCheck? LastCheck { get; private set; }

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        var reading = await reader.ReadAsync(address, PublicPart.Body, null, stop);
        if (reading.Record is not { } record) return NotFound();
        Record = record;
        if (reading.IsOpen) await LoadAsync(record, reading.Version, stop);
        Response.StatusCode = record.View.Status;
        return Page();
    }

    private async Task LoadAsync(PublicRecord record, PublicVersion version, CancellationToken stop)
    {
        Version = version;
        FormedDates = await reader.FormedDatesAsync(record, stop);
        History = await reader.HistoryAsync(record, version, stop);
        Timeliness = await timeliness.OfAsync(record, History, version, stop);
        Items = await reader.ItemsAsync(record.Id, stop);
        Outline = DocumentOutline.Of(Version.Html);
        LastCheck = !record.Traces.Checks ? null : await checks.LastOfAsync(record.Id, stop);
        Validity = await validity.OfAsync(record, stop);
        if (Items.Count == 0) return;
        // One fewer than were read: the page itself is among them.
        var near = await list.NearAsync(Items[0].Code, record.OrganisationId, stop);
        Related = [.. near.Where(r => r.Id != record.Id).Take(DisclosureList.MostNear - 1)];
    }
}
