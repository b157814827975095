using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// Turns what was pasted from Word, WPS or a web page into the same Markdown that <see cref="WordImport"/> makes.
/// Nothing of the HTML itself survives: only words, headings, lists, tables, links by <see cref="UrlRule"/> and embedded
/// pictures are taken.
/// </summary>
public static class HtmlImport
{
    /// <summary>Characters of pasted HTML, embedded pictures included.</summary>
    public const int MaxLength = 8_000_000;

    private const int MaxTags = 200_000;

    /// <summary>Reads HTML. Refusals: <c>HtmlImport.Empty</c>, <c>HtmlImport.TooLong</c>, <c>HtmlImport.TooComplex</c>.</summary>
    public static OutcomeOf<WordImportResult> Read(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return new Refusal("HtmlImport.Empty", "Html");
        if (html.Length > MaxLength) return new Refusal("HtmlImport.TooLong", "Html", MaxLength / 1_000_000);
        // Browsers close what is left open by rules that cost time per open element; a run of openings is no document.
        if (html.AsSpan().Count('<') > MaxTags || IsTooDeep(html)) return new Refusal("HtmlImport.TooComplex", "Html");
        var document = new HtmlParser().ParseDocument(html);
        var reader = new HtmlBlocks();
        if (document.Body is not { } body || !reader.Read(body)) return new Refusal("HtmlImport.TooComplex", "Html");
        return WordImport.Assemble(reader.Blocks, [], reader.Images, reader.Warnings);
    }

    /// <summary>Openings less closings, void elements aside, as a bound on the depth that the parser may build.</summary>
    private static bool IsTooDeep(string html)
    {
        int depth = 0, unclosed = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var next = html[at + 1];
            if (next == '/') depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(next) && !ClosesItself(html.AsSpan(at + 1))) depth++;
            unclosed = Math.Max(unclosed, depth);
        }

        return unclosed > 2_000;
    }

    /// <summary>Void elements, and those whose end tag old pages leave out.</summary>
    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length])) length++;
        return tag[..length].ToString().ToLowerInvariant() is "br" or "img" or "hr" or "meta" or "link" or "col" or "input" or "p" or "td" or "tr" or "th" or "li" or "option" or "dd" or "dt" or "wbr" or "area" or "param" or "source";
    }
}
