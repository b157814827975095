using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Tables;

/// <summary>
/// Spelling of a cell's text: hidden characters out, white space between two Chinese characters out, line breaks inside
/// words joined, line breaks between list entries kept. Every method gives the same text again when applied twice.
/// </summary>
public static partial class CellText
{
    private static readonly string[] Dashes = ["-", "--", "—", "——", "─", "──", "－", "–", "/", "／", "\\", "―"];
    private static readonly string[] Dittos = ["同上", "〃", "″", "同上行", "同上一行"];

    /// <summary>Removes control, bidirectional and zero-width characters; turns every kind of line end into one.</summary>
    /// <param name="raw">Text as the file has it.</param>
    /// <param name="hadHidden">True when a control or bidirectional character was there: it may have hidden something.</param>
    public static string Clean(string raw, out bool hadHidden)
    {
        hadHidden = false;
        if (raw.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return raw.Trim();
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '\r' && i + 1 < raw.Length && raw[i + 1] == '\n') continue;
            if (c is '\r' or '\n' or '\v' or '\u2028' or '\u2029') text.Append('\n');
            else if (c is '\t' || (c != '\n' && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator)) text.Append(' ');
            else if (c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad') continue;
            else if (c is >= '\uf020' and <= '\uf0ff') text.Append(SymbolFont.Read(c));
            else if (char.IsControl(c) || IsBidi(c) || c >= '\ufffe') hadHidden = true;
            else if (char.IsHighSurrogate(c) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1])) text.Append(c).Append(raw[++i]);
            else if (char.IsSurrogate(c)) hadHidden = true;
            else text.Append(c);
        }

        return text.ToString().Trim();
    }

    /// <summary>A name or number: everything on one line.</summary>
    public static string OneLine(string text) => JoinAll(SplitLines(text));

    /// <summary>A list (elements, legal basis, channels): entries keep their lines, broken words are joined.</summary>
    public static string Lines(string text) => Fold(text, static (last, next, bulleted) =>
        !StartsEntry(next) && (HasOpenBracket(last) || (bulleted && StartsEntry(last))));

    /// <summary>A sentence (time limit): joined unless the next line begins with a number or bullet.</summary>
    public static string Sentence(string text) => Fold(text, static (_, next, _) => !StartsEntry(next));

    /// <summary>公开主体: joined unless the line ends where the name of a body ends.</summary>
    public static string Bodies(string text) => Fold(text, static (last, next, _) => !StartsEntry(next) && !EndsBody().IsMatch(last));

    /// <summary>A dash in place of a text: there is none.</summary>
    public static bool IsDash(string text) => text.Length < 4 && Dashes.Contains(text);

    /// <summary>同上: the nearest filled cell above in the same column.</summary>
    public static bool IsDitto(string text) =>
        text.Length < 10 && Dittos.Contains(text.Replace(" ", "", StringComparison.Ordinal).Trim('（', '）', '(', ')', '。', '“', '”'));

    /// <summary>A Chinese character or full-width sign; spaces between two of these mean nothing.</summary>
    public static bool IsWide(char c) => c >= '\u2e80' || c is '“' or '”' or '‘' or '’' or '…' or '—' or '·';

    private static bool IsBidi(char c) => c is (>= '\u200e' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2061' and <= '\u206f') or '\u061c';

    private static List<string> SplitLines(string text) =>
        [.. Clean(text, out _).Split('\n').Select(Squeeze).Where(l => l.Length > 0)];

    private static string Squeeze(string line)
    {
        if (!line.Contains(' ')) return line;
        var result = new StringBuilder(line.Length);
        var trimmed = line.Trim();
        for (var i = 0; i < trimmed.Length; i++)
        {
            if (trimmed[i] != ' ') result.Append(trimmed[i]);
            else if (trimmed[i - 1] != ' ')
            {
                var next = i + 1;
                while (trimmed[next] == ' ') next++;
                if (!IsWide(trimmed[i - 1]) || !IsWide(trimmed[next])) result.Append(' ');
            }
        }

        return result.ToString();
    }

    private static string Fold(string text, Func<string, string, bool, bool> joins)
    {
        if (!text.Contains('\n') && !text.Contains('\r')) return OneLine(text);
        var lines = SplitLines(text);
        var bulleted = lines.Exists(StartsEntry);
        var result = new List<string>();
        foreach (var line in lines)
        {
            if (result.Count > 0 && joins(result[^1], line, bulleted)) result[^1] = Join(result[^1], line);
            else result.Add(line);
        }

        return string.Join('\n', result);
    }

    private static string JoinAll(List<string> lines) => lines.Count == 0 ? "" : lines.Aggregate(Join);

    private static string Join(string last, string next)
    {
        var word = last[(last.LastIndexOf(' ') + 1)..];
        var inAddress = word.Contains("://", StringComparison.Ordinal) && next[0] < '\u0080';
        var together = IsWide(last[^1]) || IsWide(next[0]) || inAddress;
        return together ? last + next : last + " " + next;
    }

    private static bool StartsEntry(string line) => EntryStart().IsMatch(line);

    private static bool HasOpenBracket(string line) => line.Count(c => "（(〔《".Contains(c)) > line.Count(c => "）)〕》".Contains(c));

    [GeneratedRegex(@"^(?:[●○〇■□◆◇▲△★☆•·※]|\d{1,2}[.、．)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])")]
    private static partial Regex EntryStart();

    [GeneratedRegex(@"(?:部门|局|委员会|办公室|街道办事处|中心|[）)、；，,;。])$")]
    private static partial Regex EndsBody();
}
