using System.Globalization;
using System.Xml.Linq;

namespace PublicDisclosure.Core.Text;

/// <summary>The few elements of WordprocessingML that the export writes (ECMA-376, part 1, 17).</summary>
internal static class WordXml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Width of the text in twentieths of a point: A4 less the margins of GB/T 9704-2012.</summary>
    public const int TextWidth = 8844;

    public static XElement Element(string name, params object?[] content) => new(W + name, content);

    /// <summary>An element with one attribute <c>w:val</c>.</summary>
    public static XElement Val(string name, object value) => new(W + name, new XAttribute(W + "val", Convert.ToString(value, CultureInfo.InvariantCulture)!));

    public static XAttribute Attribute(string name, object value) => new(W + name, Convert.ToString(value, CultureInfo.InvariantCulture)!);

    public static XElement Paragraph(string? style, params object?[] content) =>
        Element("p", style is null ? null : Element("pPr", Val("pStyle", style)), content);

    /// <summary>A run; line breaks in the text become breaks of Word.</summary>
    public static IEnumerable<XElement> Runs(string text, params XElement[] properties)
    {
        var lines = ChineseText.RemoveForbidden(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) yield return Element("r", Element("br"));
            if (lines[i].Length == 0) continue;
            yield return Element("r", properties.Length == 0 ? null : Element("rPr", properties.Select(p => new XElement(p))),
                Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), lines[i]));
        }
    }

    public static XElement Field(string instruction) => Element("fldSimple", Attribute("instr", instruction), Element("r", Element("t", "1")));

    public static XElement Borders(string name) => Element(name, new[] { "top", "left", "bottom", "right", "insideH", "insideV" }
        .Select(side => Element(side, Attribute("val", "single"), Attribute("sz", 4), Attribute("space", 0), Attribute("color", "auto"))));
}
