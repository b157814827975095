using DiffPlex;

namespace PublicDisclosure.Core.Text;

/// <summary>Lays two sequences over each other: equal stretches and stretches that differ, in order.</summary>
internal static class Sequences
{
    private const char Separator = '\u001F';

    /// <summary>
    /// Stretches of both sides. An equal one has the same count and the same items on both sides; in a differing one
    /// either side may be empty.
    /// </summary>
    public static IEnumerable<(int Left, int Right, int LeftCount, int RightCount)> Align(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            if (left.Count + right.Count > 0) yield return (0, 0, left.Count, right.Count);
            yield break;
        }

        var result = new Differ().CreateDiffs(string.Join(Separator, left), string.Join(Separator, right), false, false, new Chunker());
        int l = 0, r = 0;
        foreach (var block in result.DiffBlocks)
        {
            if (block.DeleteStartA > l) yield return (l, r, block.DeleteStartA - l, block.InsertStartB - r);
            yield return (block.DeleteStartA, block.InsertStartB, block.DeleteCountA, block.InsertCountB);
            (l, r) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        if (l < left.Count) yield return (l, r, left.Count - l, right.Count - r);
    }

    /// <summary>
    /// Pairs the items of two short lists in order so that the sum of likeness is greatest; pairs below
    /// <paramref name="least"/> are not made.
    /// </summary>
    public static List<(int? Left, int? Right)> Pair(int left, int right, Func<int, int, double> likeness, double least)
    {
        // Beyond this the lists are whole documents that share nothing; position is as good a guess as any.
        if ((long)left * right > 40_000) return [.. Enumerable.Range(0, left).Select(i => ((int?)i, (int?)null)), .. Enumerable.Range(0, right).Select(i => ((int?)null, (int?)i))];
        var alike = new double[left, right];
        var best = new double[left + 1, right + 1];
        for (var i = left - 1; i >= 0; i--)
        {
            for (var j = right - 1; j >= 0; j--)
            {
                alike[i, j] = likeness(i, j);
                best[i, j] = Math.Max(best[i + 1, j], best[i, j + 1]);
                if (alike[i, j] >= least) best[i, j] = Math.Max(best[i, j], best[i + 1, j + 1] + alike[i, j]);
            }
        }

        var pairs = new List<(int?, int?)>();
        for (int i = 0, j = 0; i < left || j < right;)
        {
            if (i < left && j < right && alike[i, j] >= least && best[i, j] == best[i + 1, j + 1] + alike[i, j]) pairs.Add((i++, j++));
            else if (i < left && (j == right || best[i + 1, j] >= best[i, j + 1])) pairs.Add((i++, null));
            else pairs.Add((null, j++));
        }

        return pairs;
    }

    /// <summary>Share of neighbouring character pairs that two texts have in common (Dice), 0 to 1.</summary>
    public static double Likeness(string left, string right)
    {
        if (left == right) return 1;
        if (left.Length < 2 || right.Length < 2) return left.Length > 0 && right.Length > 0 && left[0] == right[0] ? 0.5 : 0;
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 1; i < left.Length; i++) pairs[(left[i - 1], left[i])] = pairs.GetValueOrDefault((left[i - 1], left[i])) + 1;
        var common = 0;
        for (var i = 1; i < right.Length; i++)
        {
            var pair = (right[i - 1], right[i]);
            if (pairs.GetValueOrDefault(pair) is var count && count == 0) continue;
            pairs[pair] = count - 1;
            common++;
        }

        return 2.0 * common / (left.Length + right.Length - 2);
    }

    private sealed class Chunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text.Split(Separator);
    }
}
