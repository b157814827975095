using System.Text.RegularExpressions;
using PublicDisclosure.Core.Storage;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules about links, pictures, tables and attachments.</summary>
internal static partial class LinkAndFileRules
{
    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("LinkIntoOurNetwork", "Body", "国办秘函〔2019〕19号: broken links; house: nobody outside can open it",
            s => InnerLink().Matches(s.Text.Body).Select(m => m.Value).Distinct().Take(3).Select(v => new object[] { v })),
        Error("DeadLink", "Body", "国办秘函〔2019〕19号: broken links", s => s.Facts.DeadLinks.Take(5).Select(v => new object[] { v })),
        Error("PictureWithoutDescription", "Body", "GB/T 37668-2019; WCAG 2.2, 1.1.1", s => When(EmptyPicture().IsMatch(s.Text.Body))),
        Error("PictureNotAttached", "Body", "house: a picture must be uploaded with the document",
            s => Picture().Matches(s.Text.Body).Select(m => Uri.UnescapeDataString(m.Groups["name"].Value.Trim('<', '>')))
                .Where(name => s.Disclosure.Attachments.All(a => a.FileName != name)).Distinct().Take(3).Select(v => new object[] { v })),
        Warning("TableWithoutHeader", "Body", "GB/T 37668-2019; WCAG 2.2, 1.3.1", s => When(EmptyHeader().IsMatch(s.Text.Body))),
        Warning("AnnexNotAttached", "Attachments", "国办公开办函〔2019〕61号: the document with its annexes",
            s => When(s.Disclosure.Attachments.Count == 0 && AnnexLine().IsMatch(s.Rendered.PlainText))),
        Error("FileMissing", "Attachments", "house: every file that is offered can be fetched",
            s => s.Disclosure.Attachments.Where(a => s.Facts.MissingFiles.Contains(a.Hash)).Select(a => new object[] { a.FileName }), always: true),
        Error("FileKindUnknown", "Attachments", "house: allow-list by content",
            s => s.Disclosure.Attachments.Where(a => FileKind.OfExtension(a.Kind) is null).Select(a => new object[] { a.FileName })),
        Warning("FileNameRepeated", "Attachments", "house: readers tell files by their names",
            s => s.Disclosure.Attachments.GroupBy(a => a.FileName).Where(g => g.Count() > 1).Select(g => new object[] { g.Key })),
        Warning("FileNameSaysNothing", "Attachments", "house: readers tell files by their names",
            s => s.Disclosure.Attachments.Where(a => MeaninglessName().IsMatch(a.FileName)).Select(a => new object[] { a.FileName })),
    ];

    [GeneratedRegex(@"\]\(\s*<?(?:file:|[A-Za-z]:\\|\\\\|https?://(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.))[^\s)>]*")]
    private static partial Regex InnerLink();

    [GeneratedRegex(@"!\[\s*\]\(")]
    private static partial Regex EmptyPicture();

    [GeneratedRegex(@"!\[[^\]]*\]\(attachment:(?<name>[^)]+)\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"^\|(?:\s*\|)+\s*\n\|[\s:|-]+\|?\s*$", RegexOptions.Multiline)]
    private static partial Regex EmptyHeader();

    [GeneratedRegex(@"^\s*附件\s*(?:[:：]|[1-9１-９]\s*[:：.．]?)", RegexOptions.Multiline)]
    private static partial Regex AnnexLine();

    [GeneratedRegex(@"^(?:附件|新建.*|未命名|文档|Doc|Book|工作簿)?\s*[\d()（）_-]*\.[a-z]+$", RegexOptions.IgnoreCase)]
    private static partial Regex MeaninglessName();
}
