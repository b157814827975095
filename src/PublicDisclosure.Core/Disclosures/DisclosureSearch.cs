using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Search over title, numbers, summary and text of what is public at this moment: every word must occur. Hits in title and
/// number come first, then hits in the text, each newest first.
/// </summary>
public sealed class DisclosureSearch(DisclosureDb db, DisclosureList list)
{
    /// <summary>Longest query, in characters.</summary>
    public const int QueryLength = 100;

    /// <summary>More words than this are not looked for.</summary>
    public const int MostWords = 5;

    private const int SnippetLength = 120;

    /// <summary>The words of a query, as they are looked for.</summary>
    public static IReadOnlyList<string> Words(string? query)
    {
        var text = (query ?? "").Replace("\0", "", StringComparison.Ordinal);
        if (text.Length > QueryLength) text = text[..QueryLength];
        return [.. text.Split([' ', '\u3000', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Bracketed).Distinct().Take(MostWords)];
    }

    /// <summary>One page of hits.</summary>
    public async Task<Page<SearchHit>> FindAsync(IReadOnlyList<string> words, ListPosition? after, CancellationToken stop)
    {
        if (words.Count == 0) return new Page<SearchHit>([], null, null);
        IQueryable<PublicListing> inTitle = db.Listings, anywhere = db.Listings;
        foreach (var word in words)
        {
            inTitle = inTitle.Where(l => l.Title.Contains(word) || l.DocumentNumber.Contains(word) || l.IndexNumber.Contains(word));
            anywhere = anywhere.Where(l => l.Title.Contains(word) || l.DocumentNumber.Contains(word) || l.IndexNumber.Contains(word)
                || l.Summary.Contains(word)
                || db.Versions.Any(v => v.DisclosureId == l.DisclosureId && v.Number == l.VersionNumber && v.PlainText.Contains(word)));
        }

        // Titles first; texts are read only when the titles do not fill the page.
        var found = after is { Group: 1 } ? [] : await PageOfAsync(inTitle, after, 0, DisclosureList.PageSize + 1, stop);
        if (found.Count <= DisclosureList.PageSize)
        {
            var rest = anywhere.Where(l => !inTitle.Any(t => t.DisclosureId == l.DisclosureId));
            found.AddRange(await PageOfAsync(rest, after is { Group: 1 } ? after : null, 1, DisclosureList.PageSize + 1 - found.Count, stop));
        }

        var next = found.Count > DisclosureList.PageSize ? found[DisclosureList.PageSize - 1].ToString() : null;
        var shown = found.Take(DisclosureList.PageSize).Select(p => p.Id).ToList();
        return new Page<SearchHit>(await HitsAsync(shown, words, stop), next, null);
    }

    private static async Task<List<ListPosition>> PageOfAsync(IQueryable<PublicListing> rows, ListPosition? after, int group, int size, CancellationToken stop)
    {
        if (after is { } a) rows = rows.Where(l => l.FirstPublishedAt <= a.At && (l.FirstPublishedAt < a.At || l.DisclosureId.CompareTo(a.Id) < 0));
        var found = await rows.OrderByDescending(l => l.FirstPublishedAt).ThenByDescending(l => l.DisclosureId).Take(size)
            .Select(l => new { l.FirstPublishedAt, l.DisclosureId }).ToListAsync(stop);
        return [.. found.Select(l => new ListPosition(l.FirstPublishedAt, l.DisclosureId, group))];
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(List<Guid> ids, IReadOnlyList<string> words, CancellationToken stop)
    {
        var rows = await list.RowsAsync(ids, stop);
        var texts = await db.Versions.AsNoTracking().Where(v => ids.Contains(v.DisclosureId))
            .Join(db.Listings, v => v.DisclosureId, l => l.DisclosureId, (v, l) => new { v.DisclosureId, v.Number, l.VersionNumber, v.PlainText })
            .Where(v => v.Number == v.VersionNumber).ToDictionaryAsync(v => v.DisclosureId, v => v.PlainText, stop);
        return [.. rows.Select(r => new SearchHit(r, Snippet(texts.GetValueOrDefault(r.Id, ""), words)))];
    }

    /// <summary>The stretch of text around the first word found.</summary>
    private static string Snippet(string text, IReadOnlyList<string> words)
    {
        var first = words.Select(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var start = Math.Max(0, first - 30);
        var piece = text.AsSpan(start, Math.Min(SnippetLength, text.Length - start)).ToString().ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return (start > 0 ? "…" : "") + piece + (start + SnippetLength < text.Length ? "…" : "");
    }

    /// <summary>Document numbers are stored with 〔〕, whatever brackets people type.</summary>
    private static string Bracketed(string word) => word.IndexOfAny(['[', '【', '［']) < 0
        ? word
        : word.Replace('[', '〔').Replace('【', '〔').Replace('［', '〔').Replace(']', '〕').Replace('】', '〕').Replace('］', '〕');
}

/// <summary>A hit with the stretch of text around it.</summary>
public sealed record SearchHit(ListedDisclosure Disclosure, string Snippet);
