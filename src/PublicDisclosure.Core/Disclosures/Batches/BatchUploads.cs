using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>Confirms a preview.</summary>
/// <param name="UploadId">The kept file.</param>
/// <param name="AllOrNothing">Nothing is entered while any row is wrong; else the good rows are.</param>
/// <param name="By">The clerk.</param>
/// <param name="TextOf">The Chinese text of a reason, for the file of rejected rows.</param>
public sealed record ConfirmBatch(Guid UploadId, bool AllOrNothing, Guid By, Func<Refusal, string> TextOf);

/// <summary>A kept file as it would be entered now.</summary>
/// <param name="Upload">The file.</param>
/// <param name="Reading">Every row as understood, compared with what exists.</param>
/// <param name="SentBefore">When the same bytes were entered before; null when they were not.</param>
public sealed record BatchPreview(BatchUpload Upload, SheetReading Reading, DateTime? SentBefore);

/// <summary>
/// Brings the rows of a file in as drafts: read and keep it, show every row, enter the good ones in one save. A file that cannot
/// be read leaves no trace. Only the clerk who sent a file sees it, and only while they write for its organisation.
/// </summary>
public sealed class BatchUploads(DisclosureDb db, BusinessClock clock, StaffAuthority authority, DutyItems items, TemplateQueries templates, DueDates dues, IOptions<BatchOptions> options)
{
    /// <summary>Reads the file and keeps it for the preview.</summary>
    public async Task<OutcomeOf<Guid>> UploadAsync(UploadBatch upload, CancellationToken stop = default)
    {
        if (!await MayAsync(upload.By, upload.OrganisationId, stop)) return Outcome.NotFound;
        var most = options.Value.LargestSheetMegabytes;
        if (upload.Content.Length > most * 1024L * 1024) return new Refusal("TableFile.TooLarge", "File", most);
        var kept = BatchUpload.Keep(Guid.CreateVersion7(clock.Now), upload, clock.Now);
        var reading = await ReadAsync(kept, stop);
        if (!reading.IsDone) return reading.Outcome;
        db.Add(kept);
        await db.SaveChangesAsync(stop);
        return kept.Id;
    }

    /// <summary>Every row as understood, compared with what exists now; null when the file is gone or not this person's.</summary>
    public async Task<BatchPreview?> PreviewAsync(Guid uploadId, Guid by, CancellationToken stop = default)
    {
        if (await FindAsync(uploadId, by, stop) is not { ConfirmedAt: null, Kind: BatchKind.Decisions } upload) return null;
        if ((await ReadAsync(upload, stop)).Value is not { } reading) return null;
        return new BatchPreview(upload, reading, await db.SentBeforeAsync(upload, stop));
    }

    /// <summary>
    /// Enters the good rows as drafts of a batch, in one save, and keeps the others as a file. Sent twice it finds its first batch.
    /// </summary>
    public async Task<OutcomeOf<Guid>> ConfirmAsync(ConfirmBatch confirm, CancellationToken stop = default)
    {
        var upload = await db.BatchUploads.SingleOrDefaultAsync(u => u.Id == confirm.UploadId && u.UploadedBy == confirm.By && u.Kind == BatchKind.Decisions, stop);
        if (upload is null || !await MayAsync(confirm.By, upload.OrganisationId, stop)) return Outcome.NotFound;
        if (upload.ConfirmedAt is not null) return await BatchOfAsync(upload.Id, stop);
        var read = await ReadAsync(upload, stop);
        if (read.Value is not { } reading) return read.Outcome;
        var good = reading.Good.ToList();
        if (good.Count == 0) return new Refusal("Batch.NothingToEnter");
        if (confirm.AllOrNothing && good.Count < reading.Rows.Count) return new Refusal("Batch.SomeRowsWrong", null, reading.Rows.Count - good.Count);
        var batch = await EnterAsync(upload, good, confirm.By, stop);
        var rejected = reading.Rows.Count - good.Count;
        upload.Confirm(rejected == 0 ? "" : RejectedRows.Write(reading, confirm.TextOf), rejected, clock.Now);
        db.Add(AuditEntry.Record(clock.Now, confirm.By, "Batch.Create", batch.OrganisationId, batch.Id, upload.FileName, $"录入 {good.Count} 行，未录入 {rejected} 行"));
        try
        {
            await db.SaveChangesAsync(stop);
            return batch.Id;
        }
        catch (DbUpdateException)
        {
            // Both sendings at the same moment: the other one was quicker.
            db.ChangeTracker.Clear();
            var other = await BatchOfAsync(upload.Id, stop);
            if (!other.IsDone) throw;
            return other;
        }
    }

    /// <summary>Throws a kept file away; nothing was entered.</summary>
    public async Task<Outcome> DiscardAsync(Guid uploadId, Guid by, CancellationToken stop = default)
    {
        if (await FindAsync(uploadId, by, stop) is not { ConfirmedAt: null }) return Outcome.NotFound;
        await db.BatchUploads.Where(u => u.Id == uploadId).ExecuteDeleteAsync(stop);
        return Outcome.Done;
    }

    /// <summary>The rows that were left out of a batch, as a .csv; null when there are none.</summary>
    public async Task<(string FileName, string Csv)?> RejectedAsync(Guid uploadId, Guid by, CancellationToken stop = default) =>
        await FindAsync(uploadId, by, stop) is { RejectedCount: > 0 } upload ? (Path.GetFileNameWithoutExtension(upload.FileName) + "-未录入的行.csv", upload.Rejected) : null;

    private async Task<DisclosureBatch> EnterAsync(BatchUpload upload, List<SheetRow> rows, Guid by, CancellationToken stop)
    {
        var now = clock.Now;
        var batch = DisclosureBatch.Of(Guid.CreateVersion7(now), upload, upload.OrganisationId, rows.Count, now, by);
        var known = await items.FindAsync(upload.OrganisationId, [upload.ItemCode], stop);
        var elements = known.TryGetValue(upload.ItemCode, out var item) ? string.Join('\n', DraftProposal.Elements(item.Text.Elements)) : "";
        var added = new List<object>(rows.Count * 2) { batch };
        foreach (var row in rows)
        {
            var draft = Disclosure.Create(Guid.CreateVersion7(now), upload.OrganisationId, row.Text!, now, by);
            draft.Edit(row.Text!, [new ItemChoice(upload.ItemCode, elements)], now, by);
            draft.EnterBatch(batch.Id, row.Number);
            added.Add(draft);
            added.Add(AuditEntry.Record(now, by, "Disclosure.Create", upload.OrganisationId, draft.Id, draft.Text.Title, upload.FileName));
        }

        db.AddRange(added);
        foreach (var draft in added.OfType<Disclosure>()) await dues.FollowAsync(draft, now, stop);
        return batch;
    }

    private async Task<OutcomeOf<SheetReading>> ReadAsync(BatchUpload upload, CancellationToken stop)
    {
        if (await items.ProposeAsync(upload.OrganisationId, upload.ItemCode, stop: stop) is not { } proposal) return new Refusal("Template.ItemMissing", "Item");
        // Without a template the row writes everything itself.
        var text = proposal with { Summary = "", Body = "" };
        if (upload.TemplateId is { } template)
        {
            if (await templates.ApplyAsync(template, upload.OrganisationId, upload.ItemCode, proposal, stop) is not { } applied) return new Refusal("Batch.TemplateGone", "Template");
            text = applied;
        }

        var name = await db.Organisations.AsNoTracking().Where(o => o.Id == upload.OrganisationId).Select(o => o.Name).SingleAsync(stop);
        var masks = upload.MasksNames ? new MaskingRules(await db.MaskingRules.AsNoTracking().ToListAsync(stop)) : null;
        var terms = new SheetTerms(clock.Today, name, text, masks, options.Value.Headings, options.Value.MostRows);
        var read = DecisionSheet.Read(upload.Content, terms, stop);
        return read.Value is { } reading ? await WithoutExistingAsync(upload.OrganisationId, reading, stop) : read.Outcome;
    }

    private async Task<SheetReading> WithoutExistingAsync(Guid organisationId, SheetReading reading, CancellationToken stop)
    {
        var taken = await db.TakenNumbersAsync(organisationId, reading.Good.Select(r => r.Text!.DocumentNumber), stop);
        if (taken.Count == 0) return reading;
        return reading with
        {
            Rows = [.. reading.Rows.Select(r => r.Text is { } text && taken.Contains(text.DocumentNumber)
                ? r with { Text = null, Problems = [.. r.Problems, new Refusal("BatchRow.NumberTaken", DecisionHeadings.NameOf(DecisionField.Number), text.DocumentNumber)] } : r)],
        };
    }

    private async Task<BatchUpload?> FindAsync(Guid uploadId, Guid by, CancellationToken stop)
    {
        var upload = await db.BatchUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId && u.UploadedBy == by, stop);
        return upload is not null && await MayAsync(by, upload.OrganisationId, stop, upload.Kind) ? upload : null;
    }

    private async Task<OutcomeOf<Guid>> BatchOfAsync(Guid uploadId, CancellationToken stop) =>
        await db.Batches.AsNoTracking().Where(b => b.UploadId == uploadId).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(stop) is { } id ? id : Outcome.NotFound;

    private async Task<bool> MayAsync(Guid by, Guid organisationId, CancellationToken stop, BatchKind kind = BatchKind.Decisions) =>
        (await authority.RightsOfAsync(by, stop)).Has(kind == BatchKind.Import ? Permission.ImportsBring : Permission.DisclosuresDraft, organisationId);
}
