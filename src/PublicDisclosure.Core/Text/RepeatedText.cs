namespace PublicDisclosure.Core.Text;

/// <summary>How much of a text stands word for word in others: the share of its pieces of eight characters that are found there.</summary>
public static class RepeatedText
{
    /// <summary>Characters of a piece: as long as a clause, longer than the names of offices and laws that everybody repeats.</summary>
    public const int Piece = 8;

    /// <summary>A text of fewer pieces says nothing about copying.</summary>
    public const int LeastPieces = 60;

    /// <summary>Percent, rounded down; 0 for a text too short to judge.</summary>
    public static int Share(string text, IEnumerable<string> others)
    {
        var own = Pieces(text).ToHashSet();
        if (own.Count < LeastPieces) return 0;
        var found = new HashSet<ulong>();
        foreach (var other in others) found.UnionWith(Pieces(other).Where(own.Contains));
        return (int)(100L * found.Count / own.Count);
    }

    /// <summary>Letters and digits alone: marks of layout and punctuation do not make a text another one.</summary>
    private static IEnumerable<ulong> Pieces(string text)
    {
        const ulong prime = 1_099_511_628_211;
        var window = new Queue<char>();
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            window.Enqueue(c);
            if (window.Count > Piece) window.Dequeue();
            if (window.Count < Piece) continue;
            var hash = 14_695_981_039_346_656_037;
            foreach (var w in window) hash = unchecked((hash ^ w) * prime);
            yield return hash;
        }
    }
}
