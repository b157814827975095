using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>One element of 公开内容（要素）: what a document under the item must tell.</summary>
/// <param name="Text">The element without its bullet or number.</param>
/// <param name="IsRequired">False only where the catalogue marks optional elements with a hollow bullet (〇).</param>
public sealed partial record ContentElement(string Text, bool IsRequired)
{
    private const string Bullets = "●○〇■□◆◇▲△★☆•※";
    private const string Hollow = "○〇□◇△☆";

    /// <summary>
    /// Reads the elements out of a cell: bulleted or numbered ones, else one per line or semicolon, else a list with 、.
    /// A bracket that opens in one element and closes in a later one holds them together.
    /// </summary>
    public static IReadOnlyList<ContentElement> Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        if (text.Any(c => Bullets.Contains(c))) return Rejoin(SplitBulleted(text));
        var lines = text.Split('\n').SelectMany(l => Numbering().Split(l)).SelectMany(l => SplitOutsideBrackets(l, "；;")).ToList();
        if (lines.Count == 1) lines = [.. SplitOutsideBrackets(lines[0], "、")];
        return Rejoin(lines.Select(l => new ContentElement(Trim(l), true)));
    }

    private static IEnumerable<ContentElement> SplitBulleted(string text)
    {
        var start = 0;
        var required = true;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !Bullets.Contains(text[i])) continue;
            yield return new ContentElement(Trim(text[start..i]), required);
            if (i == text.Length) yield break;
            required = !Hollow.Contains(text[i]);
            start = i + 1;
        }
    }

    private static List<ContentElement> Rejoin(IEnumerable<ContentElement> parts)
    {
        var source = parts.Where(p => p.Text.Length > 0).ToList();
        var result = new List<ContentElement>();
        for (var i = 0; i < source.Count; i++)
        {
            var end = i;
            var open = OpenBrackets(source[i].Text);
            for (var depth = open; depth > 0 && end + 1 < source.Count;) depth += OpenBrackets(source[++end].Text);
            var closes = open > 0 && source[i..(end + 1)].Sum(p => OpenBrackets(p.Text)) == 0;
            result.Add(closes ? source[i] with { Text = string.Join("、", source[i..(end + 1)].Select(p => p.Text)) } : source[i]);
            if (closes) i = end;
        }

        return result;
    }

    private static int OpenBrackets(string text) => text.Count(c => "（(〔《“".Contains(c)) - text.Count(c => "）)〕》”".Contains(c));

    private static IEnumerable<string> SplitOutsideBrackets(string text, string separators)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if ("（(〔《“".Contains(text[i])) depth++;
            else if ("）)〕》”".Contains(text[i])) depth--;
            else if (depth <= 0 && separators.Contains(text[i]))
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static string Trim(string text) => text.Trim().Trim('；', ';', '。', '、').Trim();

    /// <summary>A number that begins a line or follows the end of another element: 1. 1、 （1） ①.</summary>
    [GeneratedRegex(@"(?:^|(?<=[\s；;。]))(?:\d{1,2}[.、．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])")]
    private static partial Regex Numbering();
}
