using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace PublicDisclosure.Core.Tests.Text;

/// <summary>Word documents made from the XML that matters to a test.</summary>
internal sealed class WordFixture
{
    private const string Names = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
        + "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture' "
        + "xmlns:v='urn:schemas-microsoft-com:vml' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";

    public string Body { get; init; } = "";

    public string? Numbering { get; init; }

    public string? Styles { get; init; }

    public string? Footnotes { get; init; }

    public byte[]? Image { get; init; }

    public string ImageType { get; init; } = "image/png";

    public string? Link { get; init; }

    /// <summary>A paragraph; <paramref name="properties"/> go into pPr, <paramref name="run"/> into rPr.</summary>
    public static string P(string text, string properties = "", string run = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>";

    public static string Numbered(string text, int list, int level) => P(text, $"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>");

    public static string Cell(string text, int span = 1, string? merge = null) =>
        $"<w:tc><w:tcPr><w:gridSpan w:val='{span}'/>{(merge is null ? "" : merge == "" ? "<w:vMerge/>" : $"<w:vMerge w:val='{merge}'/>")}</w:tcPr>{P(text)}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Table(params string[] rows) => $"<w:tbl>{string.Concat(rows)}</w:tbl>";

    public static string Level(int level, string format, string text) => $"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>";

    public const string Picture = "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='p' descr='区位图'/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='img'/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";

    public MemoryStream Build()
    {
        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            Feed(main, $"<w:document {Names}><w:body>{Body}</w:body></w:document>");
            if (Numbering is not null) Feed(main.AddNewPart<NumberingDefinitionsPart>(), $"<w:numbering {Names}>{Numbering}</w:numbering>");
            if (Styles is not null) Feed(main.AddNewPart<StyleDefinitionsPart>(), $"<w:styles {Names}>{Styles}</w:styles>");
            if (Footnotes is not null) Feed(main.AddNewPart<FootnotesPart>(), $"<w:footnotes {Names}>{Footnotes}</w:footnotes>");
            if (Image is not null) main.AddNewPart<ImagePart>(ImageType, "img").FeedData(new MemoryStream(Image));
            if (Link is not null) main.AddHyperlinkRelationship(new Uri(Link, UriKind.RelativeOrAbsolute), true, "link");
        }

        stream.Position = 0;
        return stream;
    }

    private static void Feed(OpenXmlPart part, string xml) => part.FeedData(new MemoryStream(Encoding.UTF8.GetBytes(xml)));
}
