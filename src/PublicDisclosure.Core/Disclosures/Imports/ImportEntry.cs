using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures.Imports;

/// <summary>Makes drafts of the rows of an import; saving is its caller's.</summary>
public sealed class ImportEntry(DisclosureDb db, BusinessClock clock, DutyItems items, AttachmentIntake intake)
{
    /// <summary>The rows of an organisation on top of what their items propose; an item that is not in force is a problem of the row.</summary>
    public async Task<IReadOnlyList<ImportRow>> ProposedAsync(Guid organisationId, IReadOnlyList<ImportRow> rows, CancellationToken stop)
    {
        var proposals = new Dictionary<string, DisclosureText?>(StringComparer.Ordinal);
        foreach (var code in rows.Where(r => r.Sheet.Text is not null).Select(r => r.ItemCode).Distinct()) proposals[code] = await items.ProposeAsync(organisationId, code, stop: stop);
        return [.. rows.Select(r =>
        {
            if (r.Sheet.Text is not { } text) return r;
            if (proposals[r.ItemCode] is not { } proposal) return r.With(new Refusal("ImportRow.ItemUnknown", ImportHeadings.NameOf(ImportField.ItemCode), r.ItemCode));
            var filled = (proposal with
            {
                Title = text.Title,
                Kind = WordDraft.KindOf(text.Title) ?? proposal.Kind,
                DocumentNumber = text.DocumentNumber,
                DocumentDate = text.DocumentDate,
                FormedOn = text.FormedOn,
                Summary = text.Summary,
                Body = text.Body,
            }).Normalised();
            return r with { Sheet = r.Sheet with { Text = filled } };
        })];
    }

    /// <summary>
    /// Takes in the files and makes the drafts, one batch an organisation. A row whose file is refused now becomes no draft.
    /// </summary>
    internal async Task<(ImportReading Reading, IReadOnlyList<Guid> Batches)> EnterAsync(
        BatchUpload upload, ImportPackage package, ImportReading reading, ConfirmBatch confirm, CancellationToken stop)
    {
        var rows = new List<ImportRow>();
        var files = new Dictionary<int, IReadOnlyList<ReceivedFile>>();
        foreach (var row in reading.Rows)
        {
            var (received, problems) = row.Sheet.IsGood ? await ReceiveAsync(package, row, stop) : ([], []);
            rows.Add(problems.Count == 0 ? row : row.With(problems));
            files[row.Sheet.Number] = received;
        }

        var (batches, added) = (new List<Guid>(), new List<object>());
        var entered = reading with { Rows = rows };
        foreach (var group in entered.Good.GroupBy(r => r.OrganisationId).ToList())
        {
            var batch = DisclosureBatch.Of(Guid.CreateVersion7(clock.Now), upload, group.Key, group.Count(), clock.Now, confirm.By);
            var known = await items.FindAsync(group.Key, [.. group.Select(r => r.ItemCode).Distinct()], stop);
            added.Add(batch);
            batches.Add(batch.Id);
            added.Add(AuditEntry.Record(clock.Now, confirm.By, "Batch.Import", group.Key, batch.Id, upload.FileName, $"导入 {group.Count()} 行"));
            foreach (var row in group)
            {
                var elements = known.TryGetValue(row.ItemCode, out var item) ? string.Join('\n', DraftProposal.Elements(item.Text.Elements)) : "";
                added.Add(Draft(row, batch.Id, new ItemChoice(row.ItemCode, elements), files[row.Sheet.Number], confirm.By));
                added.Add(AuditEntry.Record(clock.Now, confirm.By, "Disclosure.Create", group.Key, ((Disclosure)added[^1]).Id, row.Sheet.Text!.Title, upload.FileName));
            }
        }

        if (!confirm.AllOrNothing || rows.TrueForAll(r => r.Sheet.IsGood)) db.AddRange(added);
        return (entered, batches);
    }

    private Disclosure Draft(ImportRow row, Guid batchId, ItemChoice item, IReadOnlyList<ReceivedFile> files, Guid by)
    {
        var now = clock.Now;
        var draft = Disclosure.Create(Guid.CreateVersion7(now), row.OrganisationId, row.Sheet.Text!, now, by);
        draft.Edit(row.Sheet.Text!, [item], now, by);
        draft.MarkImported(now, row.PublishedOn!.Value, row.Address);
        draft.EnterBatch(batchId, row.Sheet.Number);
        for (var i = 0; i < files.Count; i++)
            draft.Attach(new DisclosureAttachment(Guid.CreateVersion7(now), draft.Id, files[i].FileName, files[i].Kind, files[i].Hash, files[i].Size, isOriginal: false, i + 1, now, by), now, by);
        return draft;
    }

    private async Task<(IReadOnlyList<ReceivedFile> Files, IReadOnlyList<Refusal> Problems)> ReceiveAsync(ImportPackage package, ImportRow row, CancellationToken stop)
    {
        var (files, problems) = (new List<ReceivedFile>(), new List<Refusal>());
        foreach (var part in row.Parts)
        {
            using var content = new MemoryStream(part.Picture ?? package.Read(part.Path) ?? []);
            var file = await intake.ReceiveAsync(part.FileName, content, stop);
            if (file.Value is { } received) files.Add(received);
            else problems.AddRange(file.Refusals.Select(r => r with { Field = ImportHeadings.NameOf(ImportField.Files) }));
        }

        return (files, problems);
    }
}
