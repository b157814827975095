using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Seeds the word lists. A line that somebody changed or switched off stays so: only missing forms are added.</summary>
public sealed class WordListSeed(DisclosureDb db, BusinessClock clock) : ISeed
{
    /// <summary>The lines that ship with the product.</summary>
    public static IReadOnlyList<WordEntry> Shipped { get; } = Read();

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var known = (await db.WordRules.Select(r => r.Wrong).ToListAsync(stop)).ToHashSet();
        var now = clock.Now;
        db.AddRange(Shipped.Where(e => !known.Contains(e.Wrong)).Select(e => WordRule.Create(e, now)));
        return await db.SaveChangesAsync(stop);
    }

    private static IReadOnlyList<WordEntry> Read()
    {
        var file = WordListFile.Read(SeedFiles.Bytes("rules/words.csv"));
        return file.Refused.Count == 0 ? file.Entries : throw new InvalidOperationException($"rules/words.csv: {string.Join("; ", file.Refused)}");
    }
}
