using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.OpenData;

/// <summary>A public disclosure as machines read it in a list: all metadata, no text.</summary>
public sealed record OpenDisclosure(
    Guid Id, string Address, string IndexNumber, string Title, string Summary, string DocumentNumber, DisclosureGenre Genre, DocumentKind Kind, ThemeClass? Theme, int AspectBits,
    MandatoryClass? MandatoryClass, DateOnly? DocumentDate, DateOnly? FormedOn, DateOnly? DueOn, DateOnly PublishedOn, DateTime FirstPublishedAt, DateTime LastPublishedAt,
    DateTime? ValidityActAt, int VersionNumber, int AttachmentCount, bool IsDemo, bool IsImported, DateOnly? DisplayUntil, string OrganisationSlug, string OrganisationName, ValidityDates Dates)
{
    /// <summary>The five disclosures it belongs to.</summary>
    public DisclosureAspects Aspects => (DisclosureAspects)AspectBits;

    /// <summary>通俗摘要 of the version that is read now; empty where there is none.</summary>
    public string PlainSummary { get; init; } = "";

    /// <summary>Codes of the items behind which it stands.</summary>
    public IReadOnlyList<string> ItemCodes { get; init; } = [];

    /// <summary>Address parts of the domains it belongs to.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>When a reader last saw something new: a version, an act on its validity, or a midnight that changed it.</summary>
    public DateTime ChangedAt(DateOnly today)
    {
        DateTime[] changes =
        [
            LastPublishedAt, ValidityActAt ?? LastPublishedAt,
            Genre.Rule().HasValidity && Dates.LastChangeUpTo(today) is { } day ? BusinessClock.Utc(day, TimeOnly.MinValue) : LastPublishedAt,
        ];
        return changes.Max();
    }
}

/// <summary>
/// Public disclosures for machines, and the addresses that are no longer public: who keeps a copy learns there what to delete.
/// </summary>
public sealed class OpenDisclosures(DisclosureDb db, DisclosureList list, DisclosureReader reader, BusinessClock clock)
{
    /// <summary>Names of the lists in cursors.</summary>
    public const string List = "disclosures", Removals = "removals";

    /// <summary>Parts of the sort keys.</summary>
    public const int ListKey = 1, RemovalKey = 1;

    /// <summary>A page of what is public at this moment, newest first: what is published meanwhile stands before the first page and moves nothing.</summary>
    /// <param name="filter">What is asked for.</param>
    /// <param name="name">Name of the list in its cursors.</param>
    /// <param name="after">Where to go on.</param>
    /// <param name="size">Rows at most.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<OpenPage<OpenDisclosure>> PageAsync(DisclosureFilter filter, string name, OpenCursor? after, int size, CancellationToken stop)
    {
        var page = await list.ReadAsync(filter, after is null ? null : PositionOf(after), null, stop, size);
        return new OpenPage<OpenDisclosure>(await RowsAsync([.. page.Rows.Select(r => r.Id)], stop), page.Next is { } next ? new OpenCursor(name, [next]) : null);
    }

    /// <summary>The position in a cursor; null where it is none.</summary>
    public static ListPosition? PositionOf(OpenCursor cursor) => ListPosition.Read(cursor.Key[0]);

    /// <summary>Some disclosures in the order asked for; what is no longer public is left out.</summary>
    public async Task<IReadOnlyList<OpenDisclosure>> RowsAsync(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        var rows = await db.Listings.AsNoTracking().OnDisplay(clock.Today).Where(l => ids.Contains(l.DisclosureId))
            .Join(db.Organisations, l => l.OrganisationId, o => o.Id, (l, o) => new OpenDisclosure(
                l.DisclosureId, l.Address, l.IndexNumber, l.Title, l.Summary, l.DocumentNumber, l.Genre, l.Kind, l.Theme, l.AspectBits, l.MandatoryClass, l.DocumentDate, l.FormedOn, l.DueOn,
                l.PublishedOn, l.FirstPublishedAt, l.LastPublishedAt, l.ValidityActAt, l.VersionNumber, l.AttachmentCount, l.IsDemo, l.IsImported, l.DisplayUntil, o.Slug, o.Name,
                new ValidityDates(l.EffectiveOn, l.ExpiresOn, l.AmendedOn, l.RepealedOn)))
            .ToDictionaryAsync(l => l.Id, stop);
        var codes = (await db.ListingItems.AsNoTracking().Where(i => ids.Contains(i.DisclosureId)).Select(i => new { i.DisclosureId, i.ItemCode }).ToListAsync(stop)).ToLookup(i => i.DisclosureId, i => i.ItemCode);
        var domains = (await db.ListingDomains.AsNoTracking().Where(d => ids.Contains(d.DisclosureId)).Join(db.Domains, l => l.DomainId, d => d.Id, (l, d) => new { l.DisclosureId, d.Slug }).ToListAsync(stop))
            .ToLookup(d => d.DisclosureId, d => d.Slug);
        var plain = await db.Listings.AsNoTracking().Where(l => ids.Contains(l.DisclosureId))
            .Join(
                db.Versions,
                l => new { l.DisclosureId, Number = l.VersionNumber },
                v => new { v.DisclosureId, v.Number },
                (l, v) => new { l.DisclosureId, v.Text.PlainSummary })
            .ToDictionaryAsync(v => v.DisclosureId, v => v.PlainSummary, stop);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id] with
        {
            PlainSummary = plain.GetValueOrDefault(id, ""),
            ItemCodes = [.. codes[id].Order(StringComparer.Ordinal)],
            Domains = [.. domains[id].Order(StringComparer.Ordinal)],
        })];
    }

    /// <summary>The body of a version as plain text, for those who may read the version (<see cref="DisclosureReader.ReadAsync"/>).</summary>
    public Task<string?> PlainTextAsync(Guid versionId, CancellationToken stop) => db.Versions.Where(v => v.Id == versionId).Select(v => v.PlainText).FirstOrDefaultAsync(stop);

    /// <summary>
    /// Whether something that was public at a UTC instant was closed since: withdrawn, suspended, a version taken out, or a display that
    /// ended with a day. A copy of that instant must not be given out any more.
    /// </summary>
    public async Task<bool> AnyClosedSinceAsync(DateTime at, CancellationToken stop)
    {
        var (day, today) = (BusinessClock.BeijingDate(at), clock.Today);
        return await db.Set<Withdrawal>().AnyAsync(w => w.At >= at, stop)
            || await db.Set<StandingChange>().AnyAsync(c => c.At >= at && (c.ClosedThrough > 0 || c.Action == StandingAction.Suspend || c.Action == StandingAction.EndDisplay || c.Action == StandingAction.CloseWithdrawn), stop)
            || await db.Listings.AnyAsync(l => l.DisplayUntil >= day && l.DisplayUntil < today, stop);
    }

    /// <summary>
    /// A page of what was public once and is not now: withdrawn, suspended, or a list whose display is over. What is open of each says
    /// its <see cref="PublicRecord.View"/>.
    /// </summary>
    /// <param name="since">Only what was closed since this UTC instant; null for all.</param>
    /// <param name="after">Where to go on.</param>
    /// <param name="size">Rows at most; a page may hold fewer and still not be the last.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<OpenPage<PublicRecord>> RemovalsAsync(DateTime? since, OpenCursor? after, int size, CancellationToken stop)
    {
        var withdrawn = db.Set<Withdrawal>().AsQueryable();
        var closed = db.Set<StandingChange>().Where(c => c.Action == StandingAction.Suspend || c.Action == StandingAction.EndDisplay || c.Action == StandingAction.CloseWithdrawn);
        var over = db.Listings.Where(l => l.DisplayUntil < clock.Today);
        if (since is { } from)
        {
            var day = BusinessClock.BeijingDate(from).AddDays(-1);
            (withdrawn, closed, over) = (withdrawn.Where(w => w.At >= from), closed.Where(c => c.At >= from), over.Where(l => l.DisplayUntil >= day));
        }

        var ids = withdrawn.Select(w => w.DisclosureId).Union(closed.Select(c => c.DisclosureId)).Union(over.Select(l => l.DisclosureId));
        if (after?.Id(0) is { } last) ids = ids.Where(id => id.CompareTo(last) > 0);
        var page = OpenPages.Of(await ids.OrderBy(id => id).Take(size + 1).ToListAsync(stop), size, id => new OpenCursor(Removals, [id.ToString("N")]));
        var records = await reader.RecordsAsync(page.Rows, stop);
        return new OpenPage<PublicRecord>([.. page.Rows.Where(id => records.TryGetValue(id, out var r) && !r.Shows(PublicPart.Lists)).Select(id => records[id])], page.Next);
    }
}
