using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;

namespace PublicDisclosure.Web.Pages.Disclosures;

/// <summary>One disclosure at its lasting address: the newest version, or the notice of its withdrawal (410).</summary>
public sealed class DetailsModel(DisclosureReader reader, DisclosureList list, ValidityReader validity) : PageModel, IDocumentPage
{
    private const int RelatedShown = 5;

    public PublicRecord Record { get; private set; } = null!;

    public PublicVersion? Version { get; private set; }

    public IReadOnlyList<VersionLine> History { get; private set; } = [];

    public IReadOnlyList<ItemLine> Items { get; private set; } = [];

    public IReadOnlyList<ListedDisclosure> Related { get; private set; } = [];

    public IReadOnlyList<OutlineEntry> Outline { get; private set; } = [];

    public PublicValidity Validity { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        if (await reader.FindAsync(address, stop) is not { } record) return NotFound();
        Record = record;
        if (record.ShowsBody) await LoadAsync(record, stop);
        if (record.Withdrawal is not null) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private async Task LoadAsync(PublicRecord record, CancellationToken stop)
    {
        Version = await reader.VersionAsync(record.Id, record.CurrentVersion, stop);
        if (Version is null) return;
        History = await reader.HistoryAsync(record.Id, stop);
        Items = await reader.ItemsAsync(record.Id, stop);
        Outline = DocumentOutline.Of(Version.Html);
        Validity = await validity.OfAsync(record.Id, stop);
        if (Items.Count == 0) return;
        var filter = new DisclosureFilter { ItemCode = Items[0].Code, OrganisationId = record.OrganisationId };
        var near = await list.ReadAsync(filter, null, null, stop, RelatedShown + 1);
        Related = [.. near.Rows.Where(r => r.Id != record.Id).Take(RelatedShown)];
    }
}
