using System.Globalization;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>A draft filled from a Word document: the text, and the pictures that become attachments.</summary>
public sealed partial record WordDraft(DisclosureText Text, IReadOnlyList<WordPicture> Pictures)
{
    private static readonly (string Ending, DocumentKind Kind)[] Endings =
    [
        ("决议", DocumentKind.Resolution), ("决定", DocumentKind.Decision), ("令", DocumentKind.Order), ("公报", DocumentKind.Communique),
        ("公告", DocumentKind.Announcement), ("通告", DocumentKind.PublicNotice), ("意见", DocumentKind.Opinion), ("通知", DocumentKind.Notice),
        ("通报", DocumentKind.Circular), ("报告", DocumentKind.Report), ("请示", DocumentKind.Request), ("批复", DocumentKind.Reply),
        ("议案", DocumentKind.Motion), ("函", DocumentKind.Letter), ("纪要", DocumentKind.Minutes),
    ];

    /// <summary>
    /// Puts what was read into the draft. Title, number and date of the document win over what stood there, because the
    /// document is the original; fields that are too long for the record are left as they were.
    /// </summary>
    /// <param name="text">The draft as it stands.</param>
    /// <param name="read">What the document says.</param>
    /// <param name="replaceBody">False puts the document's body behind the present one.</param>
    /// <param name="takenNames">File names already on the draft.</param>
    public static WordDraft Fill(DisclosureText text, WordImportResult read, bool replaceBody, IEnumerable<string> takenNames)
    {
        var taken = takenNames.ToHashSet();
        var pictures = read.Images.Select(i => new WordPicture(Name(i, taken), i)).ToList();
        var names = pictures.ToDictionary(p => p.Image.Number, p => p.FileName);
        var body = Placeholder().Replace(read.Markdown, m =>
            names.TryGetValue(int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), out var name) ? $"](attachment:{name})" : m.Value);
        var title = Fits(read.Title, DisclosureText.TitleLength) ? read.Title!.Trim() : text.Title;
        return new WordDraft(text with
        {
            Title = title,
            Kind = KindOf(title) ?? text.Kind,
            DocumentNumber = Fits(read.DocumentNumber, DocumentNumber.MaxLength) ? read.DocumentNumber! : text.DocumentNumber,
            DocumentDate = read.DocumentDate ?? text.DocumentDate,
            FormedOn = read.DocumentDate ?? text.FormedOn,
            Summary = text.Summary.Length > 0 ? text.Summary : Summarise(body),
            Body = replaceBody || string.IsNullOrWhiteSpace(text.Body) ? body : text.Body.TrimEnd() + "\n\n" + body,
        }, pictures);
    }

    /// <summary>体裁 by the last words of a title; null when they name none.</summary>
    public static DocumentKind? KindOf(string title)
    {
        var bare = Brackets().Replace(title.Trim(), "");
        foreach (var (ending, kind) in Endings)
            if (bare.EndsWith(ending, StringComparison.Ordinal)) return kind;
        return null;
    }

    /// <summary>The first sentence that says something, at most 120 characters, as a proposal for 内容概述.</summary>
    public static string Summarise(string body)
    {
        foreach (var line in MarkdownRenderer.Render(body).PlainText.Split('\n').Select(l => l.Trim()))
        {
            // Salutations end with a colon; headings and short lines say too little.
            if (line.Length < 20 || line.EndsWith('：') || line.EndsWith(':') || line.Contains('\t', StringComparison.Ordinal)) continue;
            var end = line.IndexOf('。', StringComparison.Ordinal);
            var sentence = end > 0 ? line[..(end + 1)] : line;
            return ShortText.Of(sentence, 120);
        }

        return "";
    }

    /// <summary>The Markdown of pasted text without its pictures, which come by upload or from a Word document only.</summary>
    public static string WithoutPictures(WordImportResult read) => PastedPicture().Replace(read.Markdown, "").Trim();

    private static bool Fits(string? text, int length) => !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= length;

    private static string Name(ImportedImage image, HashSet<string> taken)
    {
        var extension = image.ContentType == "image/jpeg" ? "jpg" : "png";
        for (var number = image.Number; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"图{number}.{extension}");
            if (taken.Add(name)) return name;
        }
    }

    [GeneratedRegex(@"\]\(image:(\d{1,6})\)")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"!\[(?:[^\]\\]|\\.)*\]\(image:\d{1,6}\)")]
    private static partial Regex PastedPicture();

    [GeneratedRegex(@"[（(][^（()）]*[)）]$")]
    private static partial Regex Brackets();
}

/// <summary>A picture of the document under the name it gets on the draft.</summary>
public sealed record WordPicture(string FileName, ImportedImage Image);
