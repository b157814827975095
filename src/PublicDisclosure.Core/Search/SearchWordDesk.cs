using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Search;

/// <summary>An everyday word as search reads it now.</summary>
/// <param name="Everyday">As people type it.</param>
/// <param name="Official">What is looked for with it, parted by 、; empty where nothing is.</param>
/// <param name="Id">The site's own row; null for what the program brings along unchanged.</param>
/// <param name="Revision">Counts the changes of the site's own row, from 1; 0 where there is none.</param>
/// <param name="IsShipped">The program brings words for it along.</param>
public sealed record SearchWordRow(string Everyday, string Official, Guid? Id, int Revision, bool IsShipped);

/// <summary>Saves the official words of an everyday word.</summary>
/// <param name="Everyday">The word.</param>
/// <param name="Official">What is looked for with it; empty for nothing.</param>
/// <param name="SeenRevision">Revision of the row that was seen; 0 for none.</param>
/// <param name="By">Who saves.</param>
public sealed record SaveSearchWord(string Everyday, string Official, int SeenRevision, Guid By);

/// <summary>Keeps the site's own everyday words beside those that the program brings along. Every change is audited.</summary>
public sealed class SearchWordDesk(DisclosureDb db, BusinessClock clock)
{
    /// <summary>How many everyday words the program brings along.</summary>
    public static int ShippedCount => WordBook.Shipped.Count;

    /// <summary>Every word, or those that hold a text on either side, in the order of the program's list with the site's own first.</summary>
    public async Task<IReadOnlyList<SearchWordRow>> ListAsync(string? text, CancellationToken stop)
    {
        var own = await db.SearchWords.AsNoTracking().OrderBy(w => w.Everyday).ToListAsync(stop);
        var shipped = WordBook.Shipped.ToDictionary(w => w.Everyday, w => string.Join('、', w.Official));
        var wanted = SearchFold.Fold((text ?? "").Trim());
        return [.. own.Select(w => new SearchWordRow(w.Everyday, w.Official, w.Id, w.Revision + 1, shipped.ContainsKey(w.Everyday)))
            .Concat(WordBook.Shipped.Where(w => !own.Exists(o => o.Everyday == w.Everyday)).Select(w => new SearchWordRow(w.Everyday, string.Join('、', w.Official), null, 0, true)))
            .Where(w => wanted.Length == 0 || w.Everyday.Contains(wanted, StringComparison.Ordinal) || w.Official.Contains(wanted, StringComparison.Ordinal))];
    }

    /// <summary>One word as it is read now; null where nobody says anything of it.</summary>
    public async Task<SearchWordRow?> FindAsync(string everyday, CancellationToken stop) =>
        (await ListAsync(everyday, stop)).FirstOrDefault(w => w.Everyday == SearchFold.Fold(everyday.Trim()));

    /// <summary>Saves; search follows on every node within moments.</summary>
    public async Task<Outcome> SaveAsync(SaveSearchWord command, CancellationToken stop)
    {
        var refusals = SearchWord.Check(command.Everyday, command.Official);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var everyday = SearchFold.Fold(command.Everyday.Trim());
        var row = await db.SearchWords.SingleOrDefaultAsync(w => w.Everyday == everyday, stop);
        if ((row?.Revision ?? -1) + 1 != command.SeenRevision) return Outcome.EditedMeanwhile;
        if (row is null) db.Add(row = SearchWord.Of(Guid.CreateVersion7(), command.Everyday, command.Official, clock.Now, command.By));
        else row.Change(command.Official, clock.Now, command.By);
        db.Add(AuditEntry.Record(clock.Now, command.By, "SearchWord.Save", objectId: row.Id, objectName: row.Everyday, detail: "→ " + row.Official));
        try
        {
            return await db.TrySaveAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Somebody else added the same word in the same moment.
            db.ChangeTracker.Clear();
            return Outcome.EditedMeanwhile;
        }
    }

    /// <summary>Takes the site's own row away: what the program brings along holds again.</summary>
    public async Task<Outcome> RemoveAsync(string everyday, int seenRevision, Guid by, CancellationToken stop)
    {
        var folded = SearchFold.Fold(everyday.Trim());
        var row = await db.SearchWords.SingleOrDefaultAsync(w => w.Everyday == folded, stop);
        if (row is null) return Outcome.NotFound;
        if (row.Revision + 1 != seenRevision) return Outcome.EditedMeanwhile;
        db.Remove(row);
        db.Add(AuditEntry.Record(clock.Now, by, "SearchWord.Remove", objectId: row.Id, objectName: row.Everyday, detail: "→ " + row.Official));
        return await db.TrySaveAsync(stop);
    }
}
