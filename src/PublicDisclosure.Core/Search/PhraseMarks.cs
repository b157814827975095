namespace PublicDisclosure.Core.Search;

/// <summary>What phrases are compared by: the characters and the pairs of neighbouring characters that they hold.</summary>
internal static class PhraseMarks
{
    // What is written in Cantonese or in short for the same: both sides are read as the second.
    private const string Spoken = "冇睇畀俾攞嚟返食娃仔屋佢咗冻嘈瞓唔搵嘅嗰";
    private const string Written = "没看给给领来回吃孩孩房他了冷吵睡不找的那";

    /// <summary>The marks of some stretches of text; a pair is two characters in one number.</summary>
    public static HashSet<int> Of(IEnumerable<string> stretches)
    {
        var marks = new HashSet<int>();
        foreach (var stretch in stretches)
        {
            for (var i = 0; i < stretch.Length; i++)
            {
                marks.Add(Plain(stretch[i]));
                if (i + 1 < stretch.Length) marks.Add((Plain(stretch[i]) << 16) | Plain(stretch[i + 1]));
            }
        }

        return marks;
    }

    /// <summary>Two characters rather than one.</summary>
    public static bool IsPair(int mark) => mark > char.MaxValue;

    private static char Plain(char c) => Spoken.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Written[at] : c;
}
