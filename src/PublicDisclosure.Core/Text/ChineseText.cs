using System.Globalization;
using System.Text;

namespace PublicDisclosure.Core.Text;

/// <summary>Small rules about Chinese characters that every reader and writer of documents shares.</summary>
public static class ChineseText
{
    /// <summary>The space that Chinese typing leaves at the start of a paragraph (U+3000).</summary>
    public const char IdeographicSpace = '\u3000';

    /// <summary>True for Han ideographs of the basic plane, its extension A and the compatibility block.</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or '〇';

    /// <summary>True for Han ideographs of any plane: personal and place names use characters beyond the basic plane.</summary>
    public static bool IsHan(Rune rune) => rune.IsBmp ? IsHan((char)rune.Value) : rune.Value is >= 0x20000 and <= 0x323AF;

    /// <summary>True for ideographs and for the punctuation and full-width forms set among them.</summary>
    public static bool IsChinese(char c) => IsHan(c) || c is >= '\u3001' and <= '\u303F' or >= '\uFF01' and <= '\uFF60' or '“' or '”' or '‘' or '’' or '…' or '—';

    /// <summary>
    /// True when the text holds characters that no form field may carry: control characters other than tab and line
    /// breaks, characters that turn the direction of text (a name such as <c>gnp.exe</c> reads as <c>exe.png</c>),
    /// unpaired surrogates and non-characters.
    /// </summary>
    public static bool HasForbiddenCharacters(string? text)
    {
        for (var i = 0; text is not null && i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (IsForbidden(c)) return true;
        }

        return false;
    }

    /// <summary>The text without the characters of <see cref="HasForbiddenCharacters"/>.</summary>
    public static string RemoveForbidden(string text)
    {
        if (!HasForbiddenCharacters(text)) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) kept.Append(text[i]).Append(text[++i]);
            else if (!IsForbidden(text[i])) kept.Append(text[i]);
        }

        return kept.ToString();
    }

    /// <summary>Full-width letters, digits and signs as their half-width forms; Chinese punctuation stays as it is.</summary>
    public static string ToHalfWidth(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            var alphanumeric = c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '．' or '／' or '－' or '＋' or '％' or '＝' or '＃' or '＠' or '＿';
            target[i] = alphanumeric ? (char)(c - 0xFEE0) : c == IdeographicSpace ? ' ' : c;
        }
    });

    /// <summary>
    /// White space as a reader sees it: runs become one space, and a space between two Chinese characters disappears,
    /// because Word and web pages put it there to spread or wrap a line (<c>通　　知</c>).
    /// </summary>
    public static string TidySpaces(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF') { pending |= c is not ('\u200B' or '\uFEFF'); continue; }
            if (pending && tidy.Length > 0 && !(IsChinese(tidy[^1]) && IsChinese(c))) tidy.Append(' ');
            pending = false;
            tidy.Append(c);
        }

        return tidy.ToString();
    }

    /// <summary>The text with every white space character removed, for comparisons that layout must not disturb.</summary>
    public static string WithoutSpaces(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF')));

    private static bool IsForbidden(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF'
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Surrogate;
}
