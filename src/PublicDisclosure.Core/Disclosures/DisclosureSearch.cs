using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Search over title, numbers, summary and text of what is public at this moment: every word must occur. Hits in title and
/// number come first, then hits in the text, each newest first. Texts are read by the ten thousand: a page that they do not
/// fill ends early and its position leads on, so that a rare word costs no request more than that.
/// </summary>
public sealed class DisclosureSearch(DisclosureDb db, DisclosureList list)
{
    /// <summary>Longest query, in characters.</summary>
    public const int QueryLength = 100;

    /// <summary>More words than this are not looked for.</summary>
    public const int MostWords = 5;

    /// <summary>How many texts one request reads.</summary>
    public const int TextsPerRequest = 10_000;

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
    /// <param name="words">As <see cref="Words"/> gives them.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="stop">Ends the work.</param>
    /// <param name="texts">How many texts are read at most.</param>
    public async Task<Page<SearchHit>> FindAsync(IReadOnlyList<string> words, ListPosition? after, CancellationToken stop, int texts = TextsPerRequest)
    {
        if (words.Count == 0) return new Page<SearchHit>([], null, null);
        IQueryable<PublicListing> inTitle = db.Listings, anywhere = db.Listings;
        foreach (var word in words)
        {
            inTitle = inTitle.Where(l => l.Title.Contains(word) || l.DocumentNumber.Contains(word) || l.IndexNumber.Contains(word));
            anywhere = anywhere.Where(l => l.Title.Contains(word) || l.DocumentNumber.Contains(word) || l.IndexNumber.Contains(word)
                || l.Summary.Contains(word)
                || db.Versions.Any(v => v.DisclosureId == l.DisclosureId && v.Number == l.VersionNumber && (v.PlainText.Contains(word) || v.Text.PlainSummary.Contains(word))));
        }

        // Titles first; texts are read only when the titles do not fill the page.
        var found = after is { Group: 1 } ? [] : await PageOfAsync(inTitle, after, 0, DisclosureList.PageSize + 1, stop);
        ListPosition? end = null;
        if (found.Count <= DisclosureList.PageSize)
        {
            var from = after is { Group: 1 } ? after : null;
            end = await EndOfTextsAsync(from, texts, stop);
            var rest = anywhere.Where(l => !inTitle.Any(t => t.DisclosureId == l.DisclosureId));
            if (end is { } e) rest = rest.Where(l => l.FirstPublishedAt >= e.At && (l.FirstPublishedAt > e.At || l.DisclosureId.CompareTo(e.Id) >= 0));
            found.AddRange(await PageOfAsync(rest, from, 1, DisclosureList.PageSize + 1 - found.Count, stop));
        }

        var next = found.Count > DisclosureList.PageSize ? found[DisclosureList.PageSize - 1] : end;
        var shown = found.Take(DisclosureList.PageSize).Select(p => p.Id).ToList();
        return new Page<SearchHit>(await HitsAsync(shown, words, stop), next?.ToString(), null);
    }

    /// <summary>The last listing whose text this request reads; null when that is all there are.</summary>
    private async Task<ListPosition?> EndOfTextsAsync(ListPosition? from, int texts, CancellationToken stop)
    {
        // One more than asked for, so that an end without anything behind it is no end.
        var rows = await After(db.Listings, from).OrderByDescending(l => l.FirstPublishedAt).ThenByDescending(l => l.DisclosureId)
            .Skip(texts - 1).Take(2).Select(l => new { l.FirstPublishedAt, l.DisclosureId }).ToListAsync(stop);
        return rows.Count < 2 ? null : new ListPosition(rows[0].FirstPublishedAt, rows[0].DisclosureId, 1);
    }

    private static IQueryable<PublicListing> After(IQueryable<PublicListing> rows, ListPosition? after) => after is not { } a
        ? rows
        : rows.Where(l => l.FirstPublishedAt <= a.At && (l.FirstPublishedAt < a.At || l.DisclosureId.CompareTo(a.Id) < 0));

    private static async Task<List<ListPosition>> PageOfAsync(IQueryable<PublicListing> rows, ListPosition? after, int group, int size, CancellationToken stop)
    {
        var found = await After(rows, after).OrderByDescending(l => l.FirstPublishedAt).ThenByDescending(l => l.DisclosureId).Take(size)
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

    /// <summary>Document numbers are stored with 〔〕, whatever brackets people type; round ones and 《》 stay, because words of a title have them (<see cref="YearBrackets"/>).</summary>
    private static string Bracketed(string word) => word.IndexOfAny(['[', '【', '［']) < 0
        ? word
        : word.Replace('[', '〔').Replace('【', '〔').Replace('［', '〔').Replace(']', '〕').Replace('】', '〕').Replace('］', '〕');
}

/// <summary>A hit with the stretch of text around it.</summary>
public sealed record SearchHit(ListedDisclosure Disclosure, string Snippet);
