using System.Text;
using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Text;

/// <summary>Writes words as Markdown that reads back as the same words.</summary>
internal static partial class MarkdownText
{
    /// <summary>Escapes the signs that would mean something within a line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var sign = c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '|'
                || (c == '&' && i + 1 < text.Length && (text[i + 1] == '#' || char.IsAsciiLetter(text[i + 1])));
            if (sign) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Escapes what would start a heading, quote, list or rule at the start of each line.</summary>
    public static string EscapeLineStarts(string markdown) => LineStart().Replace(markdown, "$1\\$2$3");

    /// <summary>Bold text, or the bare text where the marks would not be understood: they must touch letters or characters.</summary>
    public static string Emphasise(string escaped, string mark)
    {
        var from = 0;
        var to = escaped.Length;
        while (from < to && !IsWord(escaped[from])) from++;
        while (to > from && !IsWord(escaped[to - 1])) to--;
        var inner = escaped[from..to];
        return inner.Length == 0 || inner.Contains('\n', StringComparison.Ordinal) ? escaped : escaped[..from] + mark + inner + mark + escaped[to..];
    }

    /// <summary>
    /// A table in the house's syntax. Cells hold Markdown, or the marks of <see cref="MergedCells"/>. The first row is the
    /// header because the syntax demands one.
    /// </summary>
    public static string Table(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var width = rows.Max(row => row.Count);
        var text = new StringBuilder();
        for (var r = 0; r < rows.Count; r++)
        {
            text.Append('|');
            for (var c = 0; c < width; c++) text.Append(' ').Append(c < rows[r].Count ? rows[r][c].Replace("\n", "<br>", StringComparison.Ordinal) : "").Append(" |");
            text.Append('\n');
            if (r == 0) text.Append('|').Insert(text.Length, "---|", width).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);

    [GeneratedRegex(@"^([ \t]*(?:\d{1,9}|[a-zA-Z]|[ivxIVX]{1,8})?)(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[.)](?=\s)|-{3}|~{3}|={3}|:(?=[-:]))(.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LineStart();
}
