using System.Xml.Linq;
using static PublicDisclosure.Core.Text.WordXml;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// The type of Chinese official documents (GB/T 9704-2012): title in 小标宋 of size 2, body in 仿宋 of size 3 with 28
/// points between lines and an indent of two characters, headings in 黑体 and 楷体.
/// </summary>
internal static class WordExportStyles
{
    public static XElement Styles { get; } = Element("styles",
        Element("docDefaults",
            Element("rPrDefault", Element("rPr", Fonts("仿宋"), Val("sz", 32), Val("szCs", 32), Element("lang", Attribute("val", "en-US"), Attribute("eastAsia", "zh-CN")))),
            Element("pPrDefault", Element("pPr", Line(560)))),
        Style("Normal", "Normal", [], [], isDefault: true),
        Style("Text", "Body Text", [Indent(200), Val("jc", "both")], []),
        Style("DocumentNumber", "Document Number", [Val("jc", "center")], []),
        Style("Title", "Title", [Element("spacing", Attribute("before", 240), Attribute("after", 360), Attribute("line", 640), Attribute("lineRule", "exact")), Val("jc", "center")], [Fonts("方正小标宋简体"), Val("sz", 44), Val("szCs", 44)]),
        Heading(1, "黑体", false), Heading(2, "楷体", false), Heading(3, "仿宋", true), Heading(4, "仿宋", true), Heading(5, "仿宋", true),
        Style("Signature", "Signature", [Element("ind", Attribute("rightChars", 400), Attribute("right", 1280)), Val("jc", "right")], []),
        Style("Quote", "Quote", [Element("ind", Attribute("left", 640))], [Fonts("楷体")]),
        Style("ListBullet", "List Bullet", [Element("numPr", Val("numId", 1))], []),
        Style("TableText", "Table Text", [Element("spacing", Attribute("line", 320), Attribute("lineRule", "atLeast"))], [Val("sz", 24), Val("szCs", 24)]),
        Style("TableHead", "Table Head", [Element("spacing", Attribute("line", 320), Attribute("lineRule", "atLeast")), Val("jc", "center")], [Fonts("黑体"), Val("sz", 24), Val("szCs", 24)]),
        Style("FootnoteText", "footnote text", [Element("spacing", Attribute("line", 240), Attribute("lineRule", "auto"))], [Val("sz", 21), Val("szCs", 21)]),
        Style("Small", "Small Print", [Element("spacing", Attribute("line", 280), Attribute("lineRule", "atLeast")), Val("jc", "center")], [Val("color", "595959"), Val("sz", 18), Val("szCs", 18)]));

    public static XElement Numbering { get; } = Element("numbering",
        Element("abstractNum", Attribute("abstractNumId", 1), Val("multiLevelType", "hybridMultilevel"),
            Enumerable.Range(0, 5).Select(level => Element("lvl", Attribute("ilvl", level), Val("start", 1), Val("numFmt", "bullet"), Val("lvlText", "•"), Val("lvlJc", "left"),
                Element("pPr", Element("ind", Attribute("left", 1060 + (420 * level)), Attribute("hanging", 420)))))),
        Element("num", Attribute("numId", 1), Val("abstractNumId", 1)));

    private static XElement Heading(int level, string font, bool bold) => Style($"Heading{level}", $"heading {level}",
        [Element("keepNext"), Indent(200), Val("outlineLvl", level - 1)], bold ? [Fonts(font), Element("b")] : [Fonts(font)]);

    private static XElement Style(string id, string name, XElement[] paragraph, XElement[] run, bool isDefault = false) => Element("style",
        Attribute("type", "paragraph"), isDefault ? Attribute("default", 1) : null, Attribute("styleId", id), Val("name", name), isDefault ? null : Val("basedOn", "Normal"), Element("qFormat"),
        paragraph.Length == 0 ? null : Element("pPr", paragraph), run.Length == 0 ? null : Element("rPr", run));

    private static XElement Fonts(string chinese) =>
        Element("rFonts", Attribute("ascii", "Times New Roman"), Attribute("hAnsi", "Times New Roman"), Attribute("eastAsia", chinese), Attribute("cs", "Times New Roman"));

    private static XElement Line(int twentieths) => Element("spacing", Attribute("line", twentieths), Attribute("lineRule", "exact"));

    private static XElement Indent(int hundredthsOfACharacter) => Element("ind", Attribute("firstLineChars", hundredthsOfACharacter), Attribute("firstLine", hundredthsOfACharacter * 32 / 10));
}
