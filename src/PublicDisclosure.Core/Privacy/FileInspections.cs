using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Privacy;

/// <summary>Gives the facts about stored files; each content is inspected once and remembered.</summary>
public sealed class FileInspections(DisclosureDb db, IAttachmentStore store, BusinessClock clock)
{
    /// <summary>The facts by hash. What the store does not hold is left out.</summary>
    public async Task<IReadOnlyDictionary<string, FileFacts>> FactsAsync(IReadOnlyCollection<DisclosureAttachment> files, CancellationToken stop = default)
    {
        if (files.Count == 0) return new Dictionary<string, FileFacts>();
        var hashes = files.Select(f => f.Hash).Distinct().ToList();
        var known = await db.InspectedFiles.AsNoTracking()
            .Where(f => f.InspectorVersion == FileInspector.Version && hashes.Contains(f.Hash)).ToListAsync(stop);
        var facts = known.ToDictionary(f => f.Hash, f => f.ToFacts());
        var made = new List<InspectedFile>();
        foreach (var file in files.DistinctBy(f => f.Hash).Where(f => !facts.ContainsKey(f.Hash) && store.Exists(f.Hash)))
        {
            await using var content = store.Open(file.Hash);
            facts[file.Hash] = FileFacts.Read(file.Kind, content);
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
            beside.Add(file);
            try
            {
                await beside.SaveChangesAsync(stop);
            }
            catch (DbUpdateException) when (!stop.IsCancellationRequested)
            {
                // The row is there already, or the database is busy: the next check inspects again.
            }
        }
    }
}
