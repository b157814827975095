using System.Collections.Frozen;

namespace PublicDisclosure.Core.Search;

/// <summary>An official word that a question seems to be about.</summary>
/// <param name="Official">The word.</param>
/// <param name="Evidence">How much speaks for it; a sum of logarithms, so that it grows with every sign.</param>
internal readonly record struct Topic(string Official, float Evidence);

/// <summary>
/// Tells what a question is about, whether or not a single phrase of the book is like it: every character and every pair of characters speaks for the
/// official words whose phrases hold it more often than phrases do in general, and what all of them say is added up (naive Bayes with
/// what speaks against left out: a question tells one story, the phrases of a word tell many). Built once for a book.
/// </summary>
internal sealed class Topics
{
    /// <summary>So many phrases of the general kind are added to those of a word: what occurs in one phrase of one word proves little.</summary>
    private const float Prior = 2;

    /// <summary>A single character says so much of what it would say as a pair.</summary>
    private const float SingleWeight = 0.8f;

    private readonly string[] _words;
    private readonly FrozenDictionary<int, (int Word, float Evidence)[]> _signs;

    /// <param name="phrases">Every phrase in its stretches between silent words, with the official words it stands for.</param>
    public Topics(IEnumerable<(IReadOnlyList<string> Stretches, IReadOnlyList<string> Official)> phrases)
    {
        var all = phrases.ToList();
        _words = [.. all.SelectMany(p => p.Official).Distinct()];
        var numbers = _words.Index().ToDictionary(w => w.Item, w => w.Index);
        // The official word is a phrase of its own.
        var texts = all.Select(p => (Marks: PhraseMarks.Of(p.Stretches), Words: p.Official.Select(w => numbers[w]).ToArray()))
            .Concat(_words.Select((word, number) => (Marks: PhraseMarks.Of([word]), Words: new[] { number }))).ToList();
        var phrasesOf = new int[_words.Length];
        var holders = new Dictionary<int, (int Phrases, Dictionary<int, int> Words)>();
        foreach (var (marks, words) in texts)
        {
            foreach (var word in words) phrasesOf[word]++;
            foreach (var mark in marks)
            {
                var (count, by) = holders.TryGetValue(mark, out var known) ? known : (0, []);
                holders[mark] = (count + 1, by);
                foreach (var word in words) by[word] = by.GetValueOrDefault(word) + 1;
            }
        }

        _signs = holders.ToFrozenDictionary(h => h.Key, h => Signs(h.Key, h.Value.Phrases, h.Value.Words));

        (int Word, float Evidence)[] Signs(int mark, int count, Dictionary<int, int> words)
        {
            var general = (count + 0.5f) / texts.Count;
            var weight = PhraseMarks.IsPair(mark) ? 1 : SingleWeight;
            return [.. words.Select(w => (Word: w.Key, Evidence: weight * MathF.Log((w.Value + Prior * general) / (phrasesOf[w.Key] + Prior) / general))).Where(s => s.Evidence > 0)];
        }
    }

    /// <summary>What a question may be about, what most speaks for first.</summary>
    /// <param name="stretches">What was asked, without silent words.</param>
    /// <param name="least">Evidence below which nothing counts.</param>
    public IReadOnlyList<Topic> Find(IEnumerable<string> stretches, float least)
    {
        var evidence = new Dictionary<int, float>();
        foreach (var mark in PhraseMarks.Of(stretches))
        {
            if (!_signs.TryGetValue(mark, out var signs)) continue;
            foreach (var (word, much) in signs) evidence[word] = evidence.GetValueOrDefault(word) + much;
        }

        return [.. evidence.Where(e => e.Value >= least).Select(e => new Topic(_words[e.Key], e.Value)).OrderByDescending(t => t.Evidence).ThenBy(t => t.Official, StringComparer.Ordinal)];
    }
}
