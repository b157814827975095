using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Disclosures.Imports;

/// <summary>A body with what was found in it.</summary>
internal sealed record ImportedBody(string Markdown, string Number, DateOnly? Date, IReadOnlyList<WordPicture> Pictures, IReadOnlyList<ImportWarning> Warnings);

/// <summary>Turns the body of an old page, HTML, Markdown or plain text, into Markdown.</summary>
internal static partial class ImportBody
{
    /// <summary>Reads the body. Refusals: <c>HtmlImport.*</c>, <c>ImportRow.FormatUnknown</c>.</summary>
    /// <param name="body">As the file has it.</param>
    /// <param name="format">What the file calls it; empty lets the text tell.</param>
    /// <param name="title">The page's title: the body does not repeat it.</param>
    /// <param name="taken">Names of the row's files.</param>
    public static OutcomeOf<ImportedBody> Read(string body, string format, string title, IEnumerable<string> taken)
    {
        if (body.Length == 0) return new ImportedBody("", "", null, [], []);
        return format.ToLowerInvariant() switch
        {
            "html" or "htm" or "网页" => Html(body, title, taken),
            "markdown" or "md" => Plainly(body),
            "plain" or "text" or "txt" or "纯文本" or "文本" => Plainly(Lines(body)),
            "" => Tag().IsMatch(body) ? Html(body, title, taken) : Plainly(Lines(body)),
            _ => new Refusal("ImportRow.FormatUnknown", null, format),
        };
    }

    private static ImportedBody Plainly(string markdown) => new(markdown, "", null, [], []);

    private static string Lines(string text) => string.Join("\n\n", text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)
        .Select(l => MarkdownText.EscapeLineStarts(MarkdownText.Escape(l))));

    private static OutcomeOf<ImportedBody> Html(string body, string title, IEnumerable<string> taken)
    {
        var read = HtmlImport.Read(body);
        if (read.Value is not { } document) return read.Outcome;
        var draft = WordDraft.Fill(new DisclosureText { Title = title }, document, replaceBody: true, taken);
        // A heading of the page that is not the title of the row stays with the text: nothing of the page is lost.
        var kept = document.Title is { } heading && Bare(heading) != Bare(title) ? "## " + MarkdownText.Escape(heading.Replace('\n', ' ')) + "\n\n" : "";
        if (document.DocumentNumber is { } number && !DocumentNumber.TryParse(number, out _)) kept += MarkdownText.Escape(number) + "\n\n";
        return new ImportedBody(kept + draft.Text.Body, document.DocumentNumber ?? "", document.DocumentDate, draft.Pictures, document.Warnings);
    }

    private static string Bare(string text) => ChineseText.WithoutSpaces(text);

    [GeneratedRegex(@"<\s*/?\s*(?:p|br|div|span|table|tr|td|h[1-6]|ul|ol|li|a|strong|b|img|html|body|section|font)(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
