using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.WordLists;

/// <summary>Keeps the word lists: adds, changes, switches off, imports. Every change is audited.</summary>
public sealed class WordListEditor(DisclosureDb db, BusinessClock clock)
{
    /// <summary>Saves one line; a new one when the id is null.</summary>
    public async Task<Outcome> SaveAsync(SaveWord command, CancellationToken stop = default)
    {
        var entry = command.Entry.Trimmed();
        var refusals = WordEntry.Check(entry).ToList();
        if (await db.WordRules.AnyAsync(r => r.Wrong == entry.Wrong && r.Id != command.Id, stop)) refusals.Add(new Refusal("Word.WrongFormTaken", "Wrong", entry.Wrong));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        if (command.Id is not { } id)
        {
            db.Add(WordRule.Create(entry, now));
        }
        else
        {
            var rule = await db.WordRules.SingleOrDefaultAsync(r => r.Id == id, stop);
            if (rule is null) return Outcome.NotFound;
            if (rule.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
            if (!rule.Change(entry, now)) return Outcome.Done;
        }

        db.Add(AuditEntry.Record(now, command.By, "Word.Save", objectId: command.Id, objectName: entry.Wrong, detail: Detail(entry)));
        return await TrySaveAsync(stop);
    }

    /// <summary>Takes over a table: good rows are kept, the others reported by row. A form that exists is changed.</summary>
    public async Task<WordImportReport> ImportAsync(byte[] content, Guid by, CancellationToken stop = default)
    {
        var file = WordListFile.Read(content);
        var known = await db.WordRules.ToDictionaryAsync(r => r.Wrong, stop);
        var now = clock.Now;
        var (added, changed, same) = (0, 0, 0);
        foreach (var entry in file.Entries)
        {
            if (!known.TryGetValue(entry.Wrong, out var rule))
            {
                known[entry.Wrong] = rule = WordRule.Create(entry, now);
                db.Add(rule);
                added++;
            }
            else if (rule.Change(entry, now))
            {
                changed++;
            }
            else
            {
                same++;
            }
        }

        if (added + changed > 0) db.Add(AuditEntry.Record(now, by, "Word.Import", objectName: "词库", detail: $"+{added} ~{changed}"));
        var saved = await TrySaveAsync(stop);
        return saved.IsDone
            ? new WordImportReport(added, changed, same, file.Refused)
            : new WordImportReport(0, 0, 0, [.. file.Refused, new RefusedRow(0, saved.Refusals.Count > 0 ? saved.Refusals[0] : new Refusal("Word.ChangedMeanwhile"))]);
    }

    private static string Detail(WordEntry entry) => $"→ {entry.Right} {entry.Kind}{(entry.IsGrave ? " grave" : "")}{(entry.IsActive ? "" : " off")}";

    private async Task<Outcome> TrySaveAsync(CancellationToken stop)
    {
        try
        {
            return await db.TrySaveAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Somebody else added the same form in the same moment.
            db.ChangeTracker.Clear();
            return Outcome.Refused("Word.ChangedMeanwhile");
        }
    }
}

/// <summary>Saves a line of a word list.</summary>
public sealed record SaveWord(Guid? Id, int SeenRevision, WordEntry Entry, Guid By);

/// <summary>What became of an import.</summary>
/// <param name="Added">New lines.</param>
/// <param name="Changed">Lines that were changed.</param>
/// <param name="Same">Lines that said the same already.</param>
/// <param name="Refused">Rows that were not taken over, and why.</param>
public sealed record WordImportReport(int Added, int Changed, int Same, IReadOnlyList<RefusedRow> Refused);

/// <summary>A row of an import that was not taken over; row 0 concerns the whole file.</summary>
public sealed record RefusedRow(int Row, Refusal Reason);
