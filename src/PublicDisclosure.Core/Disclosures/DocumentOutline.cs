using System.Net;
using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>The headings of a frozen version's HTML, for the table of contents of a long body.</summary>
public static partial class DocumentOutline
{
    /// <summary>Fewer headings than this need no table of contents.</summary>
    public const int FewestHeadings = 4;

    /// <summary>Headings of the two upper levels in order; empty when there are too few to help.</summary>
    public static IReadOnlyList<OutlineEntry> Of(string html)
    {
        // Most documents have none.
        if (!html.Contains("<h", StringComparison.Ordinal)) return [];
        var headings = Heading().Matches(html)
            .Select(m => new OutlineEntry(m.Groups[1].ValueSpan[0] - '0', m.Groups[2].Value, WebUtility.HtmlDecode(Tag().Replace(m.Groups[3].Value, "")).Trim()))
            .ToList();
        return headings.Count < FewestHeadings ? [] : headings;
    }

    // The renderer of the house writes the id as the only attribute of a heading.
    [GeneratedRegex("<h([23]) id=\"([^\"]+)\">(.*?)</h\\1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}

/// <summary>A heading: level 2 or 3, fragment and words.</summary>
public sealed record OutlineEntry(int Level, string Id, string Text);
