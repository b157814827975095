using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.WordLists;

/// <summary>Reads the lists that are looked for now.</summary>
internal static class ActiveWords
{
    /// <summary>
    /// A matcher of the active lines. Read anew each time: a line that somebody switches off counts at once on every node.
    /// </summary>
    public static async Task<WordMatcher> MatcherAsync(DisclosureDb db, CancellationToken stop)
    {
        var rows = await db.WordRules.AsNoTracking().Where(r => r.IsActive)
            .Select(r => new { r.Id, r.Wrong, r.Right, r.Kind, r.IsGrave, r.Exceptions, r.Note }).ToListAsync(stop);
        return rows.Count == 0
            ? WordMatcher.None
            : new WordMatcher(rows.Select(r => new WordLine(r.Id, new WordEntry(r.Wrong, r.Right, r.Kind, r.IsGrave, r.Exceptions, r.Note))));
    }
}
