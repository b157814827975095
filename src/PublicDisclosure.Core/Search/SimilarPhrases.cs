using System.Collections.Frozen;

namespace PublicDisclosure.Core.Search;

/// <summary>A known phrase that is much like what was asked.</summary>
/// <param name="Phrase">As the book has it.</param>
/// <param name="Likeness">From 0 to 1.</param>
internal readonly record struct SimilarPhrase(string Phrase, float Likeness);

/// <summary>
/// Finds phrases that say much the same as a question: by the pairs of characters and the single characters that both have, rare ones
/// counting more, as a share of the phrase and as a share of the question. Built once for a book; a question reads only the phrases
/// that share something with it.
/// </summary>
internal sealed class SimilarPhrases
{
    /// <summary>Shorter phrases are words: they stand in a question or they do not.</summary>
    private const int ShortestPhrase = 4;

    /// <summary>What is left of a phrase without silent words must still say something.</summary>
    private const int LeastSaid = 3;

    /// <summary>A single character counts so much of a pair as rare.</summary>
    private const float SingleWeight = 0.8f;

    /// <summary>What a known word of the question says already counts only so much: a phrase is like the question by the rest of it.</summary>
    private const float KnownWeight = 0.2f;

    /// <summary>How much of the likeness is the share of the phrase; the rest is the share of the question, which may tell a long story.</summary>
    private const float OfPhrase = 0.65f;

    private readonly string[] _phrases;
    private readonly float[] _weights;
    private readonly FrozenDictionary<int, int[]> _holders;

    /// <param name="phrases">Every phrase with its stretches between silent words.</param>
    public SimilarPhrases(IEnumerable<(string Phrase, IReadOnlyList<string> Stretches)> phrases)
    {
        var kept = phrases.Where(p => p.Phrase.Length >= ShortestPhrase && p.Stretches.Sum(s => s.Length) >= LeastSaid).ToList();
        _phrases = [.. kept.Select(p => p.Phrase)];
        var marks = kept.ConvertAll(p => PhraseMarks.Of(p.Stretches));
        _holders = marks.SelectMany((some, phrase) => some.Select(mark => (mark, phrase))).GroupBy(m => m.mark, m => m.phrase)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());
        _weights = [.. marks.Select(some => some.Sum(Weight))];
    }

    /// <summary>The phrases most like a question, the best first.</summary>
    /// <param name="stretches">What was asked, without silent words.</param>
    /// <param name="known">The words in it that the book knows.</param>
    /// <param name="least">Likeness below which nothing counts.</param>
    public IEnumerable<SimilarPhrase> Find(IEnumerable<string> stretches, IEnumerable<string> known, float least)
    {
        var asked = PhraseMarks.Of(stretches);
        var said = PhraseMarks.Of(known);
        var total = 0f;
        var found = new Dictionary<int, (float Shared, float Spared)>();
        foreach (var mark in asked)
        {
            var whole = Weight(mark);
            var weight = said.Contains(mark) ? whole * KnownWeight : whole;
            total += weight;
            if (!_holders.TryGetValue(mark, out var holders)) continue;
            foreach (var holder in holders)
            {
                var (shared, spared) = found.GetValueOrDefault(holder);
                found[holder] = (shared + weight, spared + whole - weight);
            }
        }

        return found.Select(f => new SimilarPhrase(_phrases[f.Key], Likeness(f.Value.Shared, _weights[f.Key] - f.Value.Spared, total)))
            .Where(f => f.Likeness >= least).OrderByDescending(f => f.Likeness).ThenBy(f => f.Phrase, StringComparer.Ordinal);
    }

    private static float Likeness(float shared, float phrase, float question) => MathF.Pow(shared / phrase, OfPhrase) * MathF.Pow(shared / question, 1 - OfPhrase);

    private float Weight(int mark)
    {
        var rare = MathF.Log(1 + _phrases.Length / (1f + (_holders.TryGetValue(mark, out var holders) ? holders.Length : 0)));
        return PhraseMarks.IsPair(mark) ? rare : rare * SingleWeight;
    }
}
