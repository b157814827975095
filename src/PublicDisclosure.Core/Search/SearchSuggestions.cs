namespace PublicDisclosure.Core.Search;

/// <summary>What somebody who types may want to ask: everyday words that begin alike, then titles that hold what stands there so far.</summary>
public sealed class SearchSuggestions(SiteSearch search, WordBooks books)
{
    /// <summary>So many at once.</summary>
    public const int Most = 8;

    private const int MostWords = 3;

    /// <summary>Longer ones are situations as others told them, not words that somebody is about to type.</summary>
    private const int LongestWord = 8;

    /// <summary>Suggestions for what was typed so far; none for nothing.</summary>
    public async Task<IReadOnlyList<string>> ForAsync(string? typed, CancellationToken stop)
    {
        var text = (typed ?? "").Trim();
        if (text.Length is 0 or > ReadQuery.Longest) return [];
        var folded = SearchFold.Fold(text);
        var words = (await books.GetAsync(stop)).Everyday.Where(w => w.Length > folded.Length && w.Length <= LongestWord && w.StartsWith(folded, StringComparison.Ordinal))
            .OrderBy(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Take(MostWords).ToList();
        var found = await search.FindAsync(text, new SearchFilter(), asTyped: true, stop: stop);
        return [.. words.Concat(found.Rows.Select(r => r.PlainTitle)).Where(s => s.Length <= ReadQuery.Longest).Distinct().Take(Most)];
    }
}
