using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Core.Privacy;

/// <summary>A stored content and its kind.</summary>
public readonly record struct KeptFile(string Hash, string Kind);

/// <summary>Gives the facts about stored files; each content is inspected once and remembered, and again when the word lists changed.</summary>
public sealed class FileInspections(DisclosureDb db, IAttachmentStore store, BusinessClock clock)
{
    /// <summary>The facts by hash. What the store does not hold is left out.</summary>
    public Task<IReadOnlyDictionary<string, FileFacts>> FactsAsync(IReadOnlyCollection<DisclosureAttachment> files, WordMatcher? words = null, CancellationToken stop = default) =>
        FactsAsync([.. files.Select(f => new KeptFile(f.Hash, f.Kind))], words, stop);

    /// <summary>The facts by hash. What the store does not hold is left out.</summary>
    /// <param name="files">What is asked about.</param>
    /// <param name="words">The word lists as they are now; null where wrong forms are of no interest.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<string, FileFacts>> FactsAsync(IReadOnlyCollection<KeptFile> files, WordMatcher? words, CancellationToken stop)
    {
        if (files.Count == 0) return new Dictionary<string, FileFacts>();
        var hashes = files.Select(f => f.Hash).Distinct().ToList();
        var known = await db.InspectedFiles.AsNoTracking()
            .Where(f => f.InspectorVersion == FileInspector.Version && hashes.Contains(f.Hash)).ToListAsync(stop);
        var facts = known.Select(f => (f.Hash, Facts: f.ToFacts())).Where(f => words is null || f.Facts.WordsOf == words.Fingerprint)
            .ToDictionary(f => f.Hash, f => f.Facts);
        var made = new List<InspectedFile>();
        foreach (var file in files.DistinctBy(f => f.Hash).Where(f => !facts.ContainsKey(f.Hash) && store.Exists(f.Hash)))
        {
            await using var content = store.Open(file.Hash);
            facts[file.Hash] = FileFacts.Read(file.Kind, content, words);
            made.Add(InspectedFile.Of(file.Hash, facts[file.Hash], clock.Now));
        }

        // A save inside somebody's transaction would wait for that very transaction.
        if (made.Count > 0 && db.Database.CurrentTransaction is null) await KeepAsync(made, stop);
        return facts;
    }

    /// <summary>Keeps them beside the unit of work under way, which may still be refused; another check may have been quicker.</summary>
    private async Task KeepAsync(List<InspectedFile> made, CancellationToken stop)
    {
        foreach (var file in made)
        {
            await using var beside = db.Beside();
            try
            {
                var renewed = await beside.InspectedFiles.Where(f => f.Hash == file.Hash && f.InspectorVersion == file.InspectorVersion)
                    .ExecuteUpdateAsync(u => u.SetProperty(f => f.Findings, file.Findings).SetProperty(f => f.InspectedAt, file.InspectedAt), stop);
                if (renewed > 0) continue;
                beside.Add(file);
                await beside.SaveChangesAsync(stop);
            }
            catch (Exception busy) when (busy is DbUpdateException or System.Data.Common.DbException && !stop.IsCancellationRequested)
            {
                // The row is there already, or the database is busy: the next check inspects again.
            }
        }
    }
}
