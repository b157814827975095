using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>What the pages of one disclosure read: frozen versions, never the working copy.</summary>
public sealed class DisclosureReader(DisclosureDb db)
{
    /// <summary>What stands behind an address that was ever public, or null.</summary>
    public Task<PublicRecord?> FindAsync(string address, CancellationToken stop) =>
        db.Disclosures.EverPublished().Where(d => d.Address == address).AsNoTracking()
            .Join(db.Organisations, d => d.OrganisationId, o => o.Id, (d, o) => new PublicRecord(
                d.Id, d.Address!, d.IndexNumber!, d.CurrentVersion, d.FirstPublishedAt!.Value, d.LastPublishedAt!.Value, d.IsDemo,
                o.Id, o.Name, o.Slug,
                d.Versions.Where(v => v.Number == d.CurrentVersion).Select(v => v.Text.Title).FirstOrDefault() ?? "",
                db.Listings.Where(l => l.DisclosureId == d.Id).Select(l => l.DueOn).FirstOrDefault(),
                db.Listings.Where(l => l.DisclosureId == d.Id).Select(l => (DateOnly?)l.PublishedOn).FirstOrDefault(),
                d.Withdrawal == null ? null : new PublicWithdrawal(
                    d.Withdrawal.Reason, d.Withdrawal.Notice, d.Withdrawal.ReplacementAddress, d.Withdrawal.At),
                d.ImportedAt == null ? null : new PublicImport(d.ImportedAt.Value, d.OriginalPublishedOn!.Value)))
            .FirstOrDefaultAsync(stop);

    /// <summary>The address an index number belongs to, or null.</summary>
    public Task<string?> AddressOfAsync(string indexNumber, CancellationToken stop) =>
        db.Disclosures.EverPublished().Where(d => d.IndexNumber == indexNumber).Select(d => d.Address).FirstOrDefaultAsync(stop);

    /// <summary>One version with its HTML and files, or null.</summary>
    public async Task<PublicVersion?> VersionAsync(Guid disclosureId, int number, CancellationToken stop)
    {
        var version = await db.Versions.AsNoTracking().Where(v => v.DisclosureId == disclosureId && v.Number == number)
            .Select(v => new PublicVersion(
                v.Id, v.Number, v.OrganisationName,
                new PublicText(
                    v.Text.Title, v.Text.Kind, v.Text.Genre, v.Text.Attribute, v.Text.Aspects, v.Text.MandatoryClass, v.Text.DocumentNumber,
                    v.Text.DocumentDate, v.Text.FormedOn, v.Text.EffectiveOn, v.Text.ExpiresOn, v.Text.DisplayUntil, v.Text.ObjectionContact,
                    v.Text.Theme, v.Text.Keywords, v.Text.Source, v.Text.Summary, v.Text.PlainSummary),
                v.Html, v.Change, v.ChangeReason, v.PublishedAt, v.ContentHash, Array.Empty<PublicAttachment>())
            {
                LateFor = v.LateFor,
                AwaitsSignature = db.ForcedPublications.Any(f => f.DisclosureId == disclosureId && f.Version == number && f.ReviewedAt == null),
            })
            .FirstOrDefaultAsync(stop);
        return version is null ? null : version with { Attachments = await AttachmentsAsync(version.Id, stop) };
    }

    /// <summary>Source text of a version, for comparison and for the Word file.</summary>
    public Task<string?> BodyAsync(Guid versionId, CancellationToken stop) =>
        db.Versions.Where(v => v.Id == versionId).Select(v => v.Text.Body).FirstOrDefaultAsync(stop);

    /// <summary>Every version, newest first.</summary>
    public async Task<IReadOnlyList<VersionLine>> HistoryAsync(Guid disclosureId, CancellationToken stop) =>
        await db.Versions.AsNoTracking().Where(v => v.DisclosureId == disclosureId).OrderByDescending(v => v.Number)
            .Select(v => new VersionLine(v.Number, v.Change, v.ChangeReason, v.PublishedAt, v.ChangedOn, v.DueOn)).ToListAsync(stop);

    /// <summary>Confirmed changes of the formed date, the oldest first: they stay in the public history, also those of before the first publication.</summary>
    public async Task<IReadOnlyList<FormedDateLine>> FormedDatesAsync(Guid disclosureId, CancellationToken stop) =>
        await db.Set<FormedDateChange>().AsNoTracking()
            .Where(c => c.DisclosureId == disclosureId && c.Decision == FormedDateDecision.Confirmed).OrderBy(c => c.DecidedAt).ThenBy(c => c.Id)
            .Select(c => new FormedDateLine(c.From, c.To, c.Reason, c.DecidedAt!.Value, c.DueBefore, c.DueAfter, c.AtVersion)).ToListAsync(stop);

    /// <summary>The standard items behind which it stands, by their names in the city's edition in force.</summary>
    public async Task<IReadOnlyList<ItemLine>> ItemsAsync(Guid disclosureId, CancellationToken stop) =>
        await db.ListingItems.AsNoTracking().Where(l => l.DisclosureId == disclosureId)
            .Join(db.Items.OfCityEdition(db), l => l.ItemCode, i => i.Code, (l, i) => i)
            .Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new { i, d })
            .OrderBy(p => p.d.SortOrder).ThenBy(p => p.i.SortOrder)
            .Select(p => new ItemLine(
                p.i.Code, p.i.Text.Level3 != "" ? p.i.Text.Level3 : p.i.Text.Level2 != "" ? p.i.Text.Level2 : p.i.Text.Level1, p.d.Name, p.d.Slug))
            .ToListAsync(stop);

    private async Task<IReadOnlyList<PublicAttachment>> AttachmentsAsync(Guid versionId, CancellationToken stop) =>
        await db.Set<VersionAttachment>().AsNoTracking().Where(a => a.VersionId == versionId).OrderBy(a => a.Ordinal)
            .Select(a => new PublicAttachment(a.Ordinal, a.FileName, a.Kind, a.Hash, a.Size, a.IsOriginal)).ToListAsync(stop);
}
