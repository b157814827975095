using System.Text;
using DiffPlex;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// The difference of two lines of Chinese text. A token is one Chinese character, or a whole run of digits, letters and
/// the signs within them: a changed number is shown whole (<c>1,200.50</c>), never as a changed digit.
/// </summary>
internal static class WordDifference
{
    /// <summary>Tokens of both sides together beyond which sentences are compared instead of words.</summary>
    private const int MaxTokens = 6_000;

    private static readonly DifferenceSegment[] Nothing = [];

    public static IReadOnlyList<DifferenceSegment> Between(string older, string newer)
    {
        if (older == newer) return older.Length == 0 ? Nothing : [new DifferenceSegment(DifferenceKind.Unchanged, newer)];
        var (left, right) = (Tokens(older), Tokens(newer));
        if (left.Count + right.Count > MaxTokens) (left, right) = (Sentences(older), Sentences(newer));
        if (left.Count + right.Count > MaxTokens) return Join([(DifferenceKind.Removed, older), (DifferenceKind.Added, newer)]);
        var pieces = new List<(DifferenceKind, string)>();
        foreach (var (at, to, leftCount, rightCount) in Sequences.Align(left, right))
        {
            for (var i = 0; i < leftCount; i++) pieces.Add((leftCount == rightCount && left[at + i] == right[to + i] ? DifferenceKind.Unchanged : DifferenceKind.Removed, left[at + i]));
            if (leftCount != rightCount || (leftCount > 0 && left[at] != right[to])) pieces.AddRange(Enumerable.Range(to, rightCount).Select(i => (DifferenceKind.Added, right[i])));
        }

        return Join(Calm(Merge(pieces)));
    }

    internal static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            if (IsRun(text[start]))
            {
                while (i < text.Length && (IsRun(text[i]) || (i + 1 < text.Length && IsJoint(text[i]) && IsRun(text[i + 1])))) i++;
                if (i < text.Length && text[i] is '%' or '％' or '‰') i++;
            }
            else if (char.IsHighSurrogate(text[start]) && i < text.Length)
            {
                i++;
            }

            tokens.Add(text[start..i]);
        }

        return tokens;
    }

    private static bool IsRun(char c) => char.IsLetterOrDigit(c) && !ChineseText.IsHan(c);

    private static bool IsJoint(char c) => c is '.' or ',' or '-' or '/' or ':' or '@' or '_' or '．';

    private static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('。' or '；' or '，' or '\n') && i < text.Length - 1) continue;
            sentences.Add(text[start..(i + 1)]);
            start = i + 1;
        }

        return sentences;
    }

    private static List<(DifferenceKind Kind, string Text)> Merge(List<(DifferenceKind Kind, string Text)> pieces)
    {
        var merged = new List<(DifferenceKind Kind, string Text)>();
        foreach (var (kind, text) in pieces)
        {
            if (merged.Count > 0 && merged[^1].Kind == kind) merged[^1] = (kind, merged[^1].Text + text);
            else merged.Add((kind, text));
        }

        return merged;
    }

    /// <summary>One character that happens to be equal between two changes makes no sense to a reader; it joins them.</summary>
    private static List<(DifferenceKind Kind, string Text)> Calm(List<(DifferenceKind Kind, string Text)> pieces)
    {
        var calm = new List<(DifferenceKind, string)>();
        StringBuilder removed = new(), added = new();
        for (var i = 0; i < pieces.Count; i++)
        {
            var (kind, text) = pieces[i];
            var island = kind == DifferenceKind.Unchanged && text.Length == 1 && char.IsLetterOrDigit(text[0]) && i > 0 && i + 1 < pieces.Count && removed.Length > 0 && added.Length > 0;
            if (kind == DifferenceKind.Unchanged && !island)
            {
                Flush();
                calm.Add((kind, text));
                continue;
            }

            if (kind != DifferenceKind.Added) removed.Append(text);
            if (kind != DifferenceKind.Removed) added.Append(text);
        }

        Flush();
        return calm;

        void Flush()
        {
            if (removed.Length > 0) calm.Add((DifferenceKind.Removed, removed.ToString()));
            if (added.Length > 0) calm.Add((DifferenceKind.Added, added.ToString()));
            removed.Clear();
            added.Clear();
        }
    }

    private static List<DifferenceSegment> Join(IEnumerable<(DifferenceKind Kind, string Text)> pieces) =>
        pieces.Where(p => p.Text.Length > 0).Select(p => new DifferenceSegment(p.Kind, p.Text)).ToList();
}
