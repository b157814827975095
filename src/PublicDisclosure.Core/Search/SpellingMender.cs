using Lucene.Net.Search;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// Mends one wrong character: a pair of neighbouring characters that no page holds points to it. First come characters of the same
/// sound, as people type by pinyin; any other character only where the pages know the word around it.
/// </summary>
internal sealed class SpellingMender(IndexSearcher searcher, QueryBuilder builder, PairCounts counts, WordBook book)
{
    /// <summary>Characters on either side that must make a known word with the new one.</summary>
    private const int Around = 2;

    /// <summary>
    /// They join whatever the sentence has, so that next to them a pair that no page holds is no sign of an error (标准|是|多少).
    /// </summary>
    private const string Joining = "是和有就都也还要会让被把跟";

    /// <summary>The question mended; null where nothing seems wrong or nothing better is known.</summary>
    public string? Mend(string typed)
    {
        var folded = SearchFold.Fold(typed);
        var best = (Score: 0d, Text: (string?)null);
        var silent = SilentPlaces(folded);
        // Counting where a word stands costs most: candidates go by what they can score at most, and the rest is left when none can score more.
        var candidates = Enumerable.Range(0, Math.Max(0, folded.Length - 1)).Where(i => IsWrong(folded, silent, i)).SelectMany(i => new[] { i, i + 1 }).Distinct()
            .Where(at => !silent[at]).SelectMany(at => Candidates(folded, at).Distinct().Where(c => !book.IsSilent(c)).Select(c => (At: at, With: c, Most: Score(folded, at, c, AtMost))))
            .Where(c => c.Most > 0).OrderByDescending(c => c.Most);
        foreach (var (at, candidate, most) in candidates)
        {
            if (most <= best.Score) break;
            var score = Score(folded, at, candidate, InTitles);
            if (score > best.Score) best = (score, typed[..at] + candidate + typed[(at + 1)..]);
        }

        return best.Text;
    }

    /// <summary>The places of words that the book knows: nothing is wrong with them.</summary>
    private bool[] SilentPlaces(string folded)
    {
        var silent = new bool[folded.Length];
        for (var i = 0; i < folded.Length;)
        {
            var (length, _) = book.At(folded, i);
            if (length > 0) silent.AsSpan(i, length).Fill(true);
            i += Math.Max(1, length);
        }

        return silent;
    }

    /// <summary>Two Chinese characters, none of a known word, that never stand side by side, and not where two words meet.</summary>
    private bool IsWrong(string folded, bool[] silent, int i) =>
        IsPair(folded, i) && !Joining.Contains(folded[i]) && !Joining.Contains(folded[i + 1]) && !silent[i] && !silent[i + 1] && Pages(folded, i) == 0
        && !(IsPair(folded, i - 1) && IsPair(folded, i + 1) && Pages(folded, i - 1) > 0 && Pages(folded, i + 1) > 0);

    private static bool IsPair(string folded, int i) => i >= 0 && i + 1 < folded.Length && ChineseText.IsHan(folded[i]) && ChineseText.IsHan(folded[i + 1]);

    private IEnumerable<char> Candidates(string folded, int at)
    {
        foreach (var c in Pinyin.Homophones(folded[at])) yield return c;
        if (at == 0 || !ChineseText.IsHan(folded[at - 1])) yield break;
        // Characters that follow the one before on some page.
        foreach (var c in counts.Followers(folded[at - 1]))
            if (c != folded[at] && !Pinyin.Alike(c, folded[at])) yield return c;
    }

    /// <summary>0 where the new character does not fit; otherwise more the better its word is known.</summary>
    /// <param name="folded">The question.</param>
    /// <param name="at">Place of the character.</param>
    /// <param name="candidate">What may stand there instead.</param>
    /// <param name="count">In how many titles and names a word stands, or may stand at most.</param>
    private double Score(string folded, int at, char candidate, Func<string, int> count)
    {
        var before = at > 0 && ChineseText.IsHan(folded[at - 1]) ? counts.Of(folded[at - 1], candidate).Anywhere : -1;
        var after = at + 1 < folded.Length && ChineseText.IsHan(folded[at + 1]) ? counts.Of(candidate, folded[at + 1]).Anywhere : -1;
        if (before <= 0 && after <= 0) return 0;
        var sameSound = Pinyin.Alike(candidate, folded[at]);
        // The whole word around it in a title or a name, or in the book: that is no chance.
        var start = Math.Max(0, at - Around);
        var mended = folded[..at] + candidate + folded[(at + 1)..];
        var known = 0d;
        for (var from = start; from <= at; from++)
        {
            for (var to = Math.Min(mended.Length, at + 1 + Around); to > at; to--)
            {
                var word = mended[from..to];
                if (word.Length < 2 || !word.All(ChineseText.IsHan)) continue;
                if (book.Knows(word) && (sameSound || word.Length >= 3)) known = Math.Max(known, word.Length + 1);
                // Two characters make a word by chance too easily when the sound is another.
                if (word.Length >= 3 && count(word) is > 0 and var titles) known = Math.Max(known, word.Length + Math.Log10(titles));
                else if (word.Length == 2 && sameSound && count(word) is > 0 and var some) known = Math.Max(known, 1 + 0.3 * Math.Log10(some));
            }
        }

        if (known == 0) return 0;
        return known + (sameSound ? 3 : 0) + (before > 0 ? 0.5 : 0) + (after > 0 ? 0.5 : 0);
    }

    private int Pages(string folded, int i) => counts.Of(folded[i], folded[i + 1]).Anywhere;

    private int InTitles(string word)
    {
        var most = AtMost(word);
        return word.Length == 2 || most == 0 ? most : builder.CountPhrase(searcher, word);
    }

    /// <summary>A word stands nowhere more often than the rarest of its pairs.</summary>
    private int AtMost(string word)
    {
        var (titles, names) = (int.MaxValue, int.MaxValue);
        for (var i = 0; i + 1 < word.Length; i++)
        {
            var pair = counts.Of(word[i], word[i + 1]);
            titles = Math.Min(titles, pair.Titles);
            names = Math.Min(names, pair.Names);
        }

        return titles + names;
    }
}
