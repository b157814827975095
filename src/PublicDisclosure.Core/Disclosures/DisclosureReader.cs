using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
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
        (await Records(db.Disclosures.Where(d => d.Address == address)).FirstOrDefaultAsync(stop))?.On(clock.Today);

    /// <summary>The records of some disclosures, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, PublicRecord>> RecordsAsync(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return new Dictionary<Guid, PublicRecord>();
        var found = await Records(db.Disclosures.Where(d => ids.Contains(d.Id))).ToListAsync(stop);
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
        if (await FindAsync(address, stop) is not { } record) return new PublicReading(404);
        var wanted = number ?? record.CurrentVersion;
        if (!record.Shows(part) || record.IsClosed(wanted)) return new PublicReading(410, record);
        if (await VersionAsync(record.Id, wanted, stop) is not { } version) return new PublicReading(404, record);
        return IsDisplayOver(record, version) ? new PublicReading(410, record) : new PublicReading(200, record, version);
    }

    /// <summary>The address an index number belongs to, or null.</summary>
    public Task<string?> AddressOfAsync(string indexNumber, CancellationToken stop) =>
        db.Disclosures.EverPublished().Where(d => d.IndexNumber == indexNumber).Select(d => d.Address).FirstOrDefaultAsync(stop);

    /// <summary>One version with its HTML and files, or null. Whether it may be shown is asked before: <see cref="ReadAsync"/>.</summary>
    private async Task<PublicVersion?> VersionAsync(Guid disclosureId, int number, CancellationToken stop)
    {
        var version = await db.Versions.AsNoTracking().Where(v => v.DisclosureId == disclosureId && v.Number == number)
            .Select(v => new PublicVersion(
                v.Id, v.Number, v.OrganisationName,
                new PublicText(
                    v.Text.Title, v.Text.Kind, v.Text.Genre, v.Text.Attribute, v.Text.Aspects, v.Text.MandatoryClass, v.Text.DocumentNumber,
                    v.Text.DocumentDate, v.Text.FormedOn, v.Text.EffectiveOn, v.Text.ExpiresOn, v.Text.DisplayUntil, v.Text.ObjectionContact,
                    v.Text.Theme, v.Text.Keywords, v.Text.Source, v.Text.Summary, v.Text.PlainSummary)
                {
                    TriggerOn = v.Text.TriggerOn,
                },
                v.Html, v.Change, v.ChangeReason, v.PublishedAt, v.ContentHash, Array.Empty<PublicAttachment>())
            {
                LateFor = v.LateFor,
                AwaitsSignature = db.ForcedPublications.Any(f => f.DisclosureId == disclosureId && f.Version == number && f.ReviewedAt == null),
                ClosesFormer = v.ClosesFormer,
                ChangedOn = v.ChangedOn,
                DueOn = v.DueOn,
                FileCount = v.Attachments.Count,
            })
            .FirstOrDefaultAsync(stop);
        return version is null or { FileCount: 0 } ? version : version with { Attachments = await AttachmentsAsync(disclosureId, version.Id, stop) };
    }

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
    public async Task<IReadOnlyList<ItemLine>> ItemsAsync(Guid disclosureId, CancellationToken stop) =>
        await db.ListingItems.AsNoTracking().Where(l => l.DisclosureId == disclosureId)
            .Join(db.Items.OfCityEdition(db), l => l.ItemCode, i => i.Code, (l, i) => i)
            .Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new { i, d })
            .OrderBy(p => p.d.SortOrder).ThenBy(p => p.i.SortOrder)
            .Select(p => new ItemLine(
                p.i.Code,
                // 政策法规文件 alone would stand there twice: of 低保 and of 特困.
                p.i.Text.Level3 != "" ? p.i.Text.Level1 + " · " + p.i.Text.Level3 : p.i.Text.Level2 != "" ? p.i.Text.Level1 + " · " + p.i.Text.Level2 : p.i.Text.Level1,
                p.d.Name, p.d.Slug))
            .ToListAsync(stop);

    private IQueryable<PublicRecord> Records(IQueryable<Disclosure> disclosures) => disclosures.EverPublished().AsNoTracking()
        .Join(db.Organisations, d => d.OrganisationId, o => o.Id, (d, o) => new { d, o })
        .Join(db.Versions, p => new { p.d.Id, Number = p.d.CurrentVersion }, v => new { Id = v.DisclosureId, v.Number }, (p, v) => new { p.d, p.o, v })
        .Select(p => new PublicRecord(
            p.d.Id, p.d.Address!, p.d.IndexNumber!, p.d.CurrentVersion, p.d.FirstPublishedAt!.Value, p.d.LastPublishedAt!.Value, p.d.IsDemo,
            p.o.Id, p.o.Name, p.o.Slug, p.v.Text.Title,
            db.Listings.Where(l => l.DisclosureId == p.d.Id).Select(l => l.DueOn).FirstOrDefault(),
            db.Listings.Where(l => l.DisclosureId == p.d.Id).Select(l => (DateOnly?)l.PublishedOn).FirstOrDefault(),
            p.d.Withdrawal == null ? null : new PublicWithdrawal(
                p.d.Withdrawal.Reason, p.d.Withdrawal.Notice, p.d.Withdrawal.ReplacementAddress, p.d.Withdrawal.At),
            p.d.ImportedAt == null ? null : new PublicImport(p.d.ImportedAt.Value, p.d.OriginalPublishedOn!.Value))
        {
            Genre = p.v.Text.Genre,
            DisplayUntil = p.v.Text.DisplayUntil,
            SuspendedAt = p.d.SuspendedAt,
            IsDisplayEnded = p.d.DisplayEndedOn != null,
            ClosedThrough = p.d.ClosedThrough,
            EffectiveOn = p.v.Text.EffectiveOn,
            ExpiresOn = p.v.Text.ExpiresOn,
            Traces = new PublicTraces
            {
                FormedDates = db.Set<FormedDateChange>().Any(c => c.DisclosureId == p.d.Id && c.Decision == FormedDateDecision.Confirmed),
                Checks = db.ContentChecks.Any(c => c.DisclosureId == p.d.Id),
                Acts = db.ValidityActs.Any(a => a.DisclosureId == p.d.Id),
                Replaces = db.Set<VersionReplacement>().Any(r => r.VersionId == p.v.Id),
                ReplacedBy = db.Set<VersionReplacement>().Any(r => r.ReplacedId == p.d.Id),
                Decides = db.ValidityActs.Any(a => a.BasisDisclosureId == p.d.Id),
                Interpretation = db.PublicInterpretations.Any(i => i.DisclosureId == p.d.Id) || db.PublicInterpretationLinks.Any(l => l.PolicyId == p.d.Id)
                    || db.ForwardedInterpretations.Any(f => f.PolicyId == p.d.Id) || db.InterpretationWaivers.Any(w => w.PolicyId == p.d.Id),
                Responses = db.Responses.Any(r => r.PublicPolicyId == p.d.Id),
            },
        });

    /// <summary>An earlier version that was a list goes by the display of the newest one, or by its own where that one is no list.</summary>
    private bool IsDisplayOver(PublicRecord record, PublicVersion version) => version.Text.Genre.Rule().NeedsDisplayPeriod
        && (record.Genre.Rule().NeedsDisplayPeriod ? record.DisplayUntil : version.Text.DisplayUntil) < clock.Today;

    private async Task<IReadOnlyList<PublicAttachment>> AttachmentsAsync(Guid disclosureId, Guid versionId, CancellationToken stop) =>
        await db.Set<VersionAttachment>().AsNoTracking().Where(a => a.VersionId == versionId).OrderBy(a => a.Ordinal)
            .Select(a => new PublicAttachment(a.Ordinal, a.FileName, a.Kind, a.Hash, a.Size, a.IsOriginal,
                db.MaskedFiles.Where(m => m.MaskedHash == a.Hash && m.DisclosureId == disclosureId).Sum(m => (int?)m.Places) ?? 0)).ToListAsync(stop);
}
