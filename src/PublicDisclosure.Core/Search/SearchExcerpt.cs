using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Search;

/// <summary>Marks what was looked for, and finds the stretch of a text that says most of it.</summary>
internal static class SearchExcerpt
{
    /// <summary>Characters of an excerpt.</summary>
    public const int Length = 140;

    private const int Before = 24;

    /// <summary>What to mark: the words as typed and what they stand for, and pairs of neighbouring characters of longer words.</summary>
    public static IReadOnlyList<string> Words(ReadQuery question)
    {
        var words = new HashSet<string>();
        // Single characters left over would be marked all over the text.
        foreach (var part in question.Parts.Where(p => p.Kind != QueryPartKind.Hint))
        {
            words.Add(part.Text);
            words.UnionWith(part.Official);
            if (part.Kind == QueryPartKind.Number) words.Add(YearBrackets.Official(part.Text));
            if (part.Kind != QueryPartKind.Words) continue;
            for (var i = 0; i + 1 < part.Text.Length; i++)
                if (Text.ChineseText.IsHan(part.Text[i]) && Text.ChineseText.IsHan(part.Text[i + 1])) words.Add(part.Text.Substring(i, 2));
        }

        return [.. words.Where(w => w.Length > 0)];
    }

    /// <summary>The text in pieces.</summary>
    public static IReadOnlyList<TextPiece> Mark(string text, IReadOnlyList<string> words)
    {
        var hits = Hits(SearchFold.Fold(text), words);
        var pieces = new List<TextPiece>();
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && hits[end] == hits[i]) end++;
            pieces.Add(new TextPiece(text[i..end], hits[i]));
            i = end;
        }

        return pieces;
    }

    /// <summary>The best stretch of the text, marked.</summary>
    public static IReadOnlyList<TextPiece> Of(string text, IReadOnlyList<string> words)
    {
        var folded = SearchFold.Fold(text);
        var hits = Hits(folded, words);
        var start = Best(hits);
        // From the beginning of the sentence where that is near.
        var from = Math.Max(0, start - Before);
        var sentence = folded.AsSpan(from, start - from).LastIndexOfAny("。；！？\n");
        if (sentence >= 0) from += sentence + 1;
        var length = Math.Min(Length, text.Length - from);
        var stretch = text.Substring(from, length).ReplaceLineEndings(" ").Replace('\t', ' ');
        var pieces = Mark(stretch.Trim(), words).ToList();
        if (from > 0) pieces.Insert(0, new TextPiece("…", false));
        if (from + length < text.Length) pieces.Add(new TextPiece("…", false));
        return pieces;
    }

    /// <summary>Where the window with most marked characters begins; the first of several.</summary>
    private static int Best(bool[] hits)
    {
        var (best, bestAt, now) = (0, 0, 0);
        for (var i = 0; i < hits.Length; i++)
        {
            if (hits[i]) now++;
            if (i >= Length - Before && hits[i - (Length - Before)]) now--;
            if (now <= best) continue;
            (best, bestAt) = (now, Math.Max(0, i - (Length - Before) + 1));
        }

        while (bestAt < hits.Length && best > 0 && !hits[bestAt]) bestAt++;
        return bestAt;
    }

    private static bool[] Hits(string folded, IReadOnlyList<string> words)
    {
        var hits = new bool[folded.Length];
        foreach (var word in words)
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
                hits.AsSpan(at, word.Length).Fill(true);
        return hits;
    }
}
