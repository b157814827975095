using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures.Imports;

/// <summary>A kept import as it would be entered now.</summary>
/// <param name="Upload">The file.</param>
/// <param name="Reading">Every row as understood, compared with what exists.</param>
/// <param name="SentBefore">When the same bytes were entered before; null when they were not.</param>
public sealed record ImportPreview(BatchUpload Upload, ImportReading Reading, DateTime? SentBefore);

/// <summary>
/// Brings pages of an old site in as drafts: read and keep the file, show every row, enter the good ones. What was brought in is
/// marked for good and goes through review like everything else. A clerk imports for the own organisation, the disclosure office
/// for several at once; only who sent a file sees it.
/// </summary>
public sealed class ImportUploads(DisclosureDb db, BusinessClock clock, StaffAuthority authority, ImportEntry entry, IOptions<BatchOptions> options, IOptions<StorageOptions> storage)
{
    /// <summary>Reads the file and keeps it for the preview. A file that cannot be read leaves no trace.</summary>
    public async Task<OutcomeOf<Guid>> UploadAsync(UploadBatch upload, CancellationToken stop = default)
    {
        if (upload.Kind != BatchKind.Import) throw new ArgumentException("Not an import.", nameof(upload));
        var scope = (await authority.RightsOfAsync(upload.By, stop)).ScopeOf(Permission.ImportsBring);
        if (!scope.Contains(upload.OrganisationId) || !await db.Organisations.AnyAsync(o => o.Id == upload.OrganisationId, stop)) return Outcome.NotFound;
        var most = options.Value.LargestImportMegabytes;
        if (upload.Content.Length > most * 1024L * 1024) return new Refusal("TableFile.TooLarge", "File", most);
        var kept = BatchUpload.Keep(Guid.CreateVersion7(clock.Now), upload, clock.Now);
        var opened = ImportPackage.Open(kept.Content);
        using var package = opened.Value;
        if (package is null) return opened.Outcome;
        var reading = await ReadAsync(kept, package, scope, stop);
        if (!reading.IsDone) return reading.Outcome;
        db.Add(kept);
        await db.SaveChangesAsync(stop);
        return kept.Id;
    }

    /// <summary>Every row as understood, compared with what exists now; null when the file is gone or not this person's.</summary>
    public async Task<ImportPreview?> PreviewAsync(Guid uploadId, Guid by, CancellationToken stop = default)
    {
        var upload = await db.BatchUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId && u.UploadedBy == by && u.Kind == BatchKind.Import && u.ConfirmedAt == null, stop);
        var scope = (await authority.RightsOfAsync(by, stop)).ScopeOf(Permission.ImportsBring);
        if (upload is null || !scope.Contains(upload.OrganisationId)) return null;
        using var package = ImportPackage.Open(upload.Content).Value;
        if (package is null || (await ReadAsync(upload, package, scope, stop)).Value is not { } reading) return null;
        return new ImportPreview(upload, reading, await db.SentBeforeAsync(upload, stop));
    }

    /// <summary>
    /// Enters the good rows as drafts, one batch an organisation, in one save, and keeps the others as a file. Sent twice it finds
    /// its first batches.
    /// </summary>
    public async Task<OutcomeOf<IReadOnlyList<Guid>>> ConfirmAsync(ConfirmBatch confirm, CancellationToken stop = default)
    {
        var upload = await db.BatchUploads.SingleOrDefaultAsync(u => u.Id == confirm.UploadId && u.UploadedBy == confirm.By && u.Kind == BatchKind.Import, stop);
        var scope = (await authority.RightsOfAsync(confirm.By, stop)).ScopeOf(Permission.ImportsBring);
        if (upload is null || !scope.Contains(upload.OrganisationId)) return Outcome.NotFound;
        if (upload.ConfirmedAt is not null) return await BatchesOfAsync(upload.Id, stop);
        using var package = ImportPackage.Open(upload.Content).Value;
        if (package is null) return Outcome.NotFound;
        var read = await ReadAsync(upload, package, scope, stop);
        if (read.Value is not { } reading) return read.Outcome;
        if (!reading.Good.Any()) return new Refusal("Batch.NothingToEnter");
        if (confirm.AllOrNothing && reading.Rows.Count - reading.Good.Count() is > 0 and var wrong) return new Refusal("Batch.SomeRowsWrong", null, wrong);
        var (entered, batches) = await entry.EnterAsync(upload, package, reading, confirm, stop);
        if (batches.Count == 0) return new Refusal("Batch.NothingToEnter");
        var rejected = entered.Rows.Count - entered.Good.Count();
        if (confirm.AllOrNothing && rejected > 0) return new Refusal("Batch.SomeRowsWrong", null, rejected);
        upload.Confirm(rejected == 0 ? "" : RejectedRows.Write(entered.Sheet, confirm.TextOf), rejected, clock.Now);
        try
        {
            await db.SaveChangesAsync(stop);
            return batches.ToArray();
        }
        catch (DbUpdateException)
        {
            // Both sendings at the same moment: the other one was quicker.
            db.ChangeTracker.Clear();
            var other = await BatchesOfAsync(upload.Id, stop);
            if (!other.IsDone) throw;
            return other;
        }
    }

    private async Task<OutcomeOf<ImportReading>> ReadAsync(BatchUpload upload, ImportPackage package, OrganisationScope scope, CancellationToken stop)
    {
        var mine = await scope.Apply(db.Organisations.AsNoTracking(), o => o.Id).Where(o => o.IsActive).Select(o => new { o.Id, o.Slug, o.Name, o.ShortName }).ToListAsync(stop);
        var names = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in mine.SelectMany(o => new[] { o.Slug, o.Name, o.ShortName }.Distinct().Select(n => (Name: n, o.Id))).GroupBy(n => n.Name))
            if (name.Count() == 1) names.Add(name.Key, name.First().Id);
        var read = ImportSheet.Read(package, new ImportTerms(clock.Today, upload.OrganisationId, upload.ItemCode, names, options.Value.Headings, options.Value.MostRows, storage.Value.LargestAttachment));
        if (read.Value is not { } reading) return read;
        var rows = new List<ImportRow>();
        foreach (var group in reading.Rows.GroupBy(r => r.OrganisationId)) rows.AddRange(await ImportedBefore.LeaveOutAsync(db, group.Key, await entry.ProposedAsync(group.Key, [.. group], stop), stop));
        return reading with { Rows = [.. rows.OrderBy(r => r.Sheet.Number)] };
    }

    private async Task<OutcomeOf<IReadOnlyList<Guid>>> BatchesOfAsync(Guid uploadId, CancellationToken stop)
    {
        var found = await db.Batches.AsNoTracking().Where(b => b.UploadId == uploadId).Select(b => b.Id).ToArrayAsync(stop);
        return found.Length > 0 ? found : Outcome.NotFound;
    }
}
