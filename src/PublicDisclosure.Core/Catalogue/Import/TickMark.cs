using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>
/// The signs that mean ticked and not ticked, as met in published catalogues: ■▲▄◆√✓ and, out of Wingdings, R and t;
/// against □口〇 and, out of Wingdings, £.
/// </summary>
public static class TickMark
{
    private const string Certain = "■▲▄◆√✓✔☑☒●★▇█◼⬛";
    private const string CertainNot = "□☐○◻◇△⬜";

    /// <summary>Letters and characters that are a mark only where a mark can stand.</summary>
    private const string Doubtful = "RtV";
    private const string DoubtfulNot = "口〇£o";

    private static readonly string[] Yes = ["是", "有", "Y", "y", "1", "v", "V", "P", "R", "t", "ü", "þ", "✅", "勾选", "对"];
    private static readonly string[] No = ["否", "N", "n", "0", "×", "✗", "✘", "X", "x", "口", "〇", "£", "o"];

    /// <summary>What a cell of a tick column says: true, false, or null when it is neither mark nor empty.</summary>
    public static bool? Read(string cell)
    {
        var text = cell.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        if (text.Length == 0 || CellText.IsDash(text) || No.Contains(text)) return false;
        if (Yes.Contains(text) || text.All(c => Certain.Contains(c))) return true;
        return text.All(c => CertainNot.Contains(c)) ? false : null;
    }

    /// <summary>What a mark inside a list says, or null when the character is no mark there.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="at">Position in it.</param>
    internal static bool? At(string text, int at)
    {
        var c = text[at];
        if (Certain.Contains(c)) return true;
        if (CertainNot.Contains(c)) return false;
        if (!Doubtful.Contains(c) && !DoubtfulNot.Contains(c)) return null;
        var rest = text.AsSpan(at + 1).TrimStart(' ');
        var begins = at == 0 || text[at - 1] is ' ' or '\n';
        var isMark = ChannelVocabulary.StartsWithKnown(rest) || (begins && rest.Length > 0 && CellText.IsWide(rest[0]));
        return isMark ? Doubtful.Contains(c) : null;
    }
}
