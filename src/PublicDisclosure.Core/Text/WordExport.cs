using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using PublicDisclosure.Core.Shared;
using static PublicDisclosure.Core.Text.WordXml;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// A text as .docx in the layout of Chinese official documents. What is not the document itself (metadata, address,
/// notices) stands in the heads and feet of the pages, so that the body is the text and nothing else. The same input
/// gives the same bytes: no time, no random name goes in.
/// </summary>
public static class WordExport
{
    public const string MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the document; refused with <c>Text.*</c> when the Markdown itself is (<see cref="MarkdownLimits"/>).</summary>
    public static OutcomeOf<byte[]> Write(string markdown, WordExportHead head)
    {
        if (MarkdownLimits.Check(markdown) is { } refusal) return refusal;
        var body = new WordExportBody();
        List<XElement> blocks;
        try
        {
            blocks = body.Blocks(MarkdownDialect.Parse(markdown)).ToList();
        }
        catch (ArgumentException)
        {
            return new Refusal("Text.NestedTooDeeply", null, 0);
        }

        return Pack(head, blocks, body);
    }

    private static byte[] Pack(WordExportHead head, List<XElement> blocks, WordExportBody body)
    {
        XElement?[] start = [string.IsNullOrEmpty(head.DocumentNumber) ? null : Paragraph("DocumentNumber", Runs(head.DocumentNumber)), Paragraph("Title", Runs(head.Title))];
        var document = Element("document", new XAttribute(XNamespace.Xmlns + "w", W), new XAttribute(XNamespace.Xmlns + "r", R), Element("body", start, blocks, Section()));
        var notes = Element("footnotes",
            Element("footnote", Attribute("type", "separator"), Attribute("id", -1), Element("p", Element("r", Element("separator")))),
            Element("footnote", Attribute("type", "continuationSeparator"), Attribute("id", 0), Element("p", Element("r", Element("continuationSeparator")))), body.Notes);
        (string Name, string Kind, XElement Content)[] parts =
        [
            ("styles", "styles", WordExportStyles.Styles), ("numbering", "numbering", WordExportStyles.Numbering), ("footnotes", "footnotes", notes),
            ("settings", "settings", Element("settings", Val("defaultTabStop", 420), Element("footnotePr", Element("footnote", Attribute("id", -1)), Element("footnote", Attribute("id", 0))), Element("compat", Element("compatSetting", Attribute("name", "compatibilityMode"), Attribute("uri", "http://schemas.microsoft.com/office/word"), Attribute("val", 15))))),
            ("header1", "header", Element("hdr", FirstHead(head))), ("header2", "header", Element("hdr", Notices(head))), ("footer1", "footer", Foot(head)),
        ];
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, true))
        {
            Add(archive, "[Content_Types].xml", ContentTypes(parts.Select(p => (p.Name, p.Kind))));
            Add(archive, "_rels/.rels", Relationships([("document", Office + "officeDocument", "word/document.xml", false), ("core", Package + "relationships/metadata/core-properties", "docProps/core.xml", false)]));
            Add(archive, "word/document.xml", document);
            Add(archive, "word/_rels/document.xml.rels", Relationships([.. parts.Select(p => (p.Name, Office + p.Kind, p.Name + ".xml", false)),
                .. body.Links.Select((link, i) => ($"link{i + 1}", Office + "hyperlink", link, true))]));
            foreach (var part in parts) Add(archive, $"word/{part.Name}.xml", part.Content);
            XNamespace core = Package + "metadata/core-properties", dc = "http://purl.org/dc/elements/1.1/";
            Add(archive, "docProps/core.xml", new XElement(core + "coreProperties", new XElement(dc + "title", ChineseText.RemoveForbidden(head.Title)), new XElement(dc + "creator", ChineseText.RemoveForbidden(head.OrganisationName)), new XElement(dc + "language", "zh-CN")));
        }

        return bytes.ToArray();
    }

    private static XElement Section() => Element("sectPr",
        Element("headerReference", Attribute("type", "first"), new XAttribute(R + "id", "header1")), Element("headerReference", Attribute("type", "default"), new XAttribute(R + "id", "header2")),
        Element("footerReference", Attribute("type", "first"), new XAttribute(R + "id", "footer1")), Element("footerReference", Attribute("type", "default"), new XAttribute(R + "id", "footer1")),
        Element("pgSz", Attribute("w", 11906), Attribute("h", 16838)),
        Element("pgMar", Attribute("top", 2098), Attribute("right", 1474), Attribute("bottom", 1985), Attribute("left", 1588), Attribute("header", 851), Attribute("footer", 992), Attribute("gutter", 0)),
        Element("titlePg"));

    private static IEnumerable<XElement> Notices(WordExportHead head) =>
        head.Notices.Count == 0 ? [Paragraph("Small")] : head.Notices.Select(notice => Paragraph("Small", Runs(notice)));

    private static IEnumerable<XElement> FirstHead(WordExportHead head)
    {
        foreach (var notice in Notices(head)) yield return notice;
        yield return Paragraph("Small", Runs(head.OrganisationName));
        if (head.Metadata.Count > 0)
        {
            yield return Element("tbl",
                Element("tblPr", Element("tblW", Attribute("w", TextWidth), Attribute("type", "dxa")), Borders("tblBorders"), Element("tblLayout", Attribute("type", "fixed"))),
                Element("tblGrid", Element("gridCol", Attribute("w", 2000)), Element("gridCol", Attribute("w", TextWidth - 2000))),
                head.Metadata.Select(row => Element("tr", MetadataCell(row.Label, 2000), MetadataCell(row.Value, TextWidth - 2000))));
        }

        yield return Paragraph("Small");
    }

    private static XElement MetadataCell(string text, int width) =>
        Element("tc", Element("tcPr", Element("tcW", Attribute("w", width), Attribute("type", "dxa"))), Paragraph("Small", Runs(text)));

    private static XElement Foot(WordExportHead head) => Element("ftr",
        Paragraph("Small", Runs("— "), Field("PAGE"), Runs(" —")), Paragraph("Small", Runs(head.Address)));

    private static XElement ContentTypes(IEnumerable<(string Name, string Kind)> parts)
    {
        XNamespace ns = Package + "content-types";
        XElement Override(string part, string type) => new(ns + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", type));
        return new XElement(ns + "Types",
            new XElement(ns + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(ns + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            Override("/word/document.xml", Word + "document.main+xml"), parts.Select(p => Override($"/word/{p.Name}.xml", Word + p.Kind + "+xml")),
            Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"));
    }

    private static XElement Relationships(IEnumerable<(string Id, string Type, string Target, bool External)> relationships)
    {
        XNamespace ns = Package + "relationships";
        return new XElement(ns + "Relationships", relationships.Select(r => new XElement(ns + "Relationship", new XAttribute("Id", r.Id), new XAttribute("Type", r.Type),
            new XAttribute("Target", r.Target), r.External ? new XAttribute("TargetMode", "External") : null)));
    }

    private static void Add(ZipArchive archive, string name, XElement part)
    {
        // The usual prefix, which some readers of .docx expect.
        var content = part.Name.Namespace == W ? new XElement(part.Name, new XAttribute(XNamespace.Xmlns + "w", W), part.Attributes().Where(a => a.Name.LocalName != "w"), part.Nodes()) : part;
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        using var writer = new StreamWriter(stream, new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + content.ToString(SaveOptions.DisableFormatting));
    }
}
