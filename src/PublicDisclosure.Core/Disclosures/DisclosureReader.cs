using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// What the pages of one disclosure read: frozen versions, never the working copy, and only what <see cref="PublicVisibility"/>
/// leaves open on the day.
/// </summary>
public sealed class DisclosureReader(DisclosureDb db, BusinessClock clock)
{
    /// <summary>What stands behind an address that was ever public, or null.</summary>
    public async Task<PublicRecord?> FindAsync(string address, CancellationToken stop) =>
        (await DisclosurePageReads.Of(db).RecordAsync(db, address, stop))?.On(clock.Today);

    /// <summary>The records of some disclosures, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, PublicRecord>> RecordsAsync(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return new Dictionary<Guid, PublicRecord>();
        var found = await DisclosurePageReads.Records(db, d => ids.Contains(d.Id)).ToListAsync(stop);
        return found.ToDictionary(r => r.Id, r => r.On(clock.Today));
    }

    /// <summary>
    /// One version for one output, if the output is open. The door of every page and endpoint below the address: nothing reads a
    /// version of a public address past it.
    /// </summary>
    /// <param name="address">Last part of the public address.</param>
    /// <param name="part">What the output shows.</param>
    /// <param name="number">The version; null for the newest.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<PublicReading> ReadAsync(string address, PublicPart part, int? number, CancellationToken stop)
    {
        await db.StayOpenAsync(stop);
        if (number is null) return await ReadNewestAsync(address, part, stop);
        if (await FindAsync(address, stop) is not { } record) return new PublicReading(404);
        if (Closed(record, part, number.Value) is { } closed) return closed;
        return await VersionAsync(record.Id, number.Value, stop) is { } version ? Open(record, version) : new PublicReading(404, record);
    }

    /// <summary>The newest version is there as long as the record is, and comes with it.</summary>
    private async Task<PublicReading> ReadNewestAsync(string address, PublicPart part, CancellationToken stop)
    {
        if (await DisclosurePageReads.Of(db).NewestAsync(db, address, stop) is not { } found) return new PublicReading(404);
        var record = found.Record.On(clock.Today);
        if (Closed(record, part, record.CurrentVersion) is { } closed) return closed;
        return Open(record, await WithFilesAsync(record.Id, found.Version, stop) with { Due = found.Due, IsWithDue = true });
    }

    private static PublicReading? Closed(PublicRecord record, PublicPart part, int number) =>
        record.Shows(part) && !record.IsClosed(number) ? null : new PublicReading(410, record);

    private PublicReading Open(PublicRecord record, PublicVersion version) =>
        IsDisplayOver(record, version) ? new PublicReading(410, record) : new PublicReading(200, record, version);

    /// <summary>The address an index number belongs to, or null.</summary>
    public Task<string?> AddressOfAsync(string indexNumber, CancellationToken stop) =>
        db.Disclosures.EverPublished().Where(d => d.IndexNumber == indexNumber).Select(d => d.Address).FirstOrDefaultAsync(stop);

    /// <summary>One version with its HTML and files, or null. Whether it may be shown is asked before: <see cref="ReadAsync"/>.</summary>
    private async Task<PublicVersion?> VersionAsync(Guid disclosureId, int number, CancellationToken stop)
    {
        var version = await db.Versions.AsNoTracking().Where(v => v.DisclosureId == disclosureId && v.Number == number).Select(DisclosurePageReads.Version(db)).FirstOrDefaultAsync(stop);
        return version is null ? null : await WithFilesAsync(disclosureId, version, stop);
    }

    private async Task<PublicVersion> WithFilesAsync(Guid disclosureId, PublicVersion version, CancellationToken stop) =>
        version.FileCount == 0 ? version : version with { Attachments = await AttachmentsAsync(disclosureId, version.Id, stop) };

    /// <summary>Source text of a version, for comparison and for the Word file.</summary>
    public Task<string?> BodyAsync(Guid versionId, CancellationToken stop) =>
        db.Versions.Where(v => v.Id == versionId).Select(v => v.Text.Body).FirstOrDefaultAsync(stop);

    /// <summary>Every version, newest first, where one of them was read already; the only one is its own history.</summary>
    public async Task<IReadOnlyList<VersionLine>> HistoryAsync(PublicRecord record, PublicVersion shown, CancellationToken stop) => record.CurrentVersion > 1
        ? await HistoryAsync(record, stop)
        : [new VersionLine(shown.Number, shown.Change, record.IsClosed(shown.Number) ? "" : shown.ShownReason, shown.PublishedAt, shown.ChangedOn, shown.DueOn) { IsClosed = record.IsClosed(shown.Number) }];

    /// <summary>Every version, newest first. Closed ones keep number and dates; reasons that would name what was closed do not show.</summary>
    public async Task<IReadOnlyList<VersionLine>> HistoryAsync(PublicRecord record, CancellationToken stop) =>
        await db.Versions.AsNoTracking().Where(v => v.DisclosureId == record.Id).OrderByDescending(v => v.Number)
            .Select(v => new VersionLine(
                v.Number, v.Change, v.Number <= record.ClosedThrough ? "" : v.ClosesFormer ? VersionLine.NeutralReason : v.ChangeReason, v.PublishedAt,
                v.ChangedOn, v.DueOn)
            {
                IsClosed = v.Number <= record.ClosedThrough,
            }).ToListAsync(stop);

    /// <summary>
    /// Confirmed changes of the formed date, the oldest first: they stay in the public history, also those of before the first
    /// publication. What was written while a version stood that is closed now could name what was closed: its dates stay, its reason goes.
    /// </summary>
    public async Task<IReadOnlyList<FormedDateLine>> FormedDatesAsync(PublicRecord record, CancellationToken stop) => !record.Traces.FormedDates ? [] :
        await db.Set<FormedDateChange>().AsNoTracking()
            .Where(c => c.DisclosureId == record.Id && c.Decision == FormedDateDecision.Confirmed).OrderBy(c => c.DecidedAt).ThenBy(c => c.Id)
            .Select(c => new FormedDateLine(
                c.From, c.To, record.ClosedThrough > 0 && c.AtVersion <= record.ClosedThrough ? "" : c.Reason, c.DecidedAt!.Value, c.DueBefore, c.DueAfter, c.AtVersion)).ToListAsync(stop);

    /// <summary>The standard items behind which it stands, by their names in the city's edition in force.</summary>
    public Task<IReadOnlyList<ItemLine>> ItemsAsync(Guid disclosureId, CancellationToken stop) => DisclosurePageReads.Of(db).ItemsAsync(db, disclosureId, stop);

    /// <summary>An earlier version that was a list goes by the display of the newest one, or by its own where that one is no list.</summary>
    private bool IsDisplayOver(PublicRecord record, PublicVersion version) => version.Text.Genre.Rule().NeedsDisplayPeriod
        && (record.Genre.Rule().NeedsDisplayPeriod ? record.DisplayUntil : version.Text.DisplayUntil) < clock.Today;

    private async Task<IReadOnlyList<PublicAttachment>> AttachmentsAsync(Guid disclosureId, Guid versionId, CancellationToken stop) =>
        await db.Set<VersionAttachment>().AsNoTracking().Where(a => a.VersionId == versionId).OrderBy(a => a.Ordinal)
            .Select(a => new PublicAttachment(a.Ordinal, a.FileName, a.Kind, a.Hash, a.Size, a.IsOriginal,
                db.MaskedFiles.Where(m => m.MaskedHash == a.Hash && m.DisclosureId == disclosureId).Sum(m => (int?)m.Places) ?? 0)).ToListAsync(stop);
}
