using System.Text;
using ICU4N.Text;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// Brings what people type and what documents say to one form: half width, lower case, simplified characters. Every character
/// becomes exactly one, so that a place found in the folded text is the same place in the text as written.
/// </summary>
public static class SearchFold
{
    private static readonly Lazy<char[]> Table = new(Build);

    /// <summary>The folded text, of the same length.</summary>
    public static string Fold(string text) => string.Create(text.Length, (text, Table.Value), static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++) target[i] = source.Value[source.text[i]];
    });

    /// <summary>One character folded.</summary>
    public static char Fold(char c) => Table.Value[c];

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = (char)i;
        for (var c = '\u0021'; c <= '\u007E'; c++)
        {
            table[c] = char.ToLowerInvariant(c);
            table[c + 0xFEE0] = table[c];
        }

        for (var c = '\u00C0'; c <= '\u017F'; c++) table[c] = char.ToLowerInvariant(c);
        table[ChineseText.IdeographicSpace] = ' ';
        // One run over the whole block: a transliterator costs far more to call than to run.
        var simplify = Transliterator.GetInstance("Traditional-Simplified");
        Replace(table, simplify, '\u3400', '\u4DBF');
        Replace(table, simplify, '\u4E00', '\u9FFF');
        return table;
    }

    private static void Replace(char[] table, Transliterator rules, char first, char last)
    {
        // A space between them keeps rules for words of several characters out: each character stands for itself.
        var text = new StringBuilder();
        for (var c = first; c <= last; c++) text.Append(c).Append(' ');
        var simple = rules.Transliterate(text.ToString());
        if (simple.Length != text.Length) return;
        for (var c = first; c <= last; c++) table[c] = simple[(c - first) * 2];
    }
}
