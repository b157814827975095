using System.Xml.Linq;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using static PublicDisclosure.Core.Text.WordXml;

namespace PublicDisclosure.Core.Text;

/// <summary>The blocks of a parsed text as paragraphs and tables of Word, with the notes and links they need.</summary>
internal sealed class WordExportBody
{
    private readonly List<string> _links = [];
    private readonly Dictionary<Footnote, int> _noteNumbers = [];

    /// <summary>External addresses; the relationship of the first is <c>link1</c>.</summary>
    public IReadOnlyList<string> Links => _links;

    /// <summary>Footnotes in order of their marks, numbered from 1.</summary>
    public List<XElement> Notes { get; } = [];

    public IEnumerable<XElement> Blocks(MarkdownDocument document)
    {
        for (var i = 0; i < document.Count; i++)
        {
            var style = IsSignature(document, i) ? "Signature" : "Text";
            foreach (var element in Block(document[i], style, 0)) yield return element;
            // Word joins two tables that touch.
            if (document[i] is Table && (i + 1 == document.Count || document[i + 1] is Table)) yield return Paragraph("TableText");
        }
    }

    /// <summary>The line that is only a date, and the short line above it that names who signs.</summary>
    private static bool IsSignature(MarkdownDocument document, int at)
    {
        if (Words(document, at) is not { Length: > 1 and <= 40 } words) return false;
        if (OfficialLayout.Date(words) is not null) return true;
        return words.IndexOfAny(['。', '；', '：', '，']) < 0 && Words(document, at + 1) is { Length: > 0 and <= 40 } next && OfficialLayout.Date(next) is not null;
    }

    private static string? Words(MarkdownDocument document, int at) =>
        at < document.Count && document[at] is ParagraphBlock paragraph ? PlainTextWriter.Inlines(paragraph.Inline).Trim() : null;

    private IEnumerable<XElement> Block(Block block, string style, int depth)
    {
        switch (block)
        {
            case HeadingBlock heading:
                yield return Paragraph($"Heading{Math.Clamp(heading.Level - 1, 1, 5)}", Inlines(heading.Inline));
                break;
            case ParagraphBlock paragraph:
                yield return Paragraph(style, Inlines(paragraph.Inline));
                break;
            case CodeBlock code when Fence.Of(code) is { Faults.Count: 0 } fence:
                // Word gets the table of a chart and the words of a film.
                foreach (var element in MarkdownDialect.Parse(fence.Markdown()).SelectMany(child => Block(child, "Text", depth))) yield return element;
                break;
            case CodeBlock code:
                yield return Paragraph("Quote", Runs(code.Lines.ToString()));
                break;
            case ThematicBreakBlock:
                yield return Element("p", Element("pPr", Element("pBdr", Element("bottom", Attribute("val", "single"), Attribute("sz", 6), Attribute("space", 1), Attribute("color", "auto")))));
                break;
            case Table table:
                yield return Table(table);
                break;
            case ListBlock list:
                foreach (var element in List(list, depth)) yield return element;
                break;
            case FootnoteGroup or LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock container:
                foreach (var element in container.SelectMany(child => Block(child, "Quote", depth))) yield return element;
                break;
        }
    }

    private IEnumerable<XElement> List(ListBlock list, int depth)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var first = true;
            foreach (var block in item)
            {
                if (first && block is ParagraphBlock paragraph)
                {
                    yield return list.IsOrdered
                        ? Paragraph("Text", Runs($"{number++}{list.OrderedDelimiter}"), Inlines(paragraph.Inline))
                        : Element("p", Element("pPr", Val("pStyle", "ListBullet"), Element("numPr", Val("ilvl", Math.Min(depth, 4)), Val("numId", 1))), Inlines(paragraph.Inline));
                }
                else
                {
                    foreach (var element in Block(block, "Text", depth + 1)) yield return element;
                }

                first = false;
            }
        }
    }

    private XElement Table(Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        var columns = rows.SelectMany(row => row.OfType<TableCell>()).Max(cell => cell.ColumnIndex + cell.ColumnSpan);
        var owners = new (TableCell Cell, int Row)?[rows.Count, columns];
        for (var r = 0; r < rows.Count; r++)
        {
            foreach (var cell in rows[r].OfType<TableCell>())
            {
                for (var y = r; y < Math.Min(rows.Count, r + cell.RowSpan); y++) owners[y, cell.ColumnIndex] = (cell, r);
            }
        }

        var width = TextWidth / columns;
        return Element("tbl",
            Element("tblPr", Element("tblW", Attribute("w", width * columns), Attribute("type", "dxa")), Val("jc", "center"), Borders("tblBorders"), Element("tblLayout", Attribute("type", "fixed"))),
            Element("tblGrid", Enumerable.Range(0, columns).Select(_ => Element("gridCol", Attribute("w", width)))),
            rows.Select((row, r) => Element("tr", row.IsHeader ? Element("trPr", Element("tblHeader")) : null,
                Enumerable.Range(0, columns).Where(c => owners[r, c] is not null).Select(c => Cell(owners[r, c]!.Value.Cell, owners[r, c]!.Value.Row == r, row.IsHeader, width)))));
    }

    private XElement Cell(TableCell cell, bool own, bool header, int width)
    {
        var paragraphs = own ? cell.SelectMany(block => Block(block, header ? "TableHead" : "TableText", 0)).ToList() : [];
        if (paragraphs.Count == 0) paragraphs.Add(Paragraph("TableText"));
        return Element("tc",
            Element("tcPr", Element("tcW", Attribute("w", width * cell.ColumnSpan), Attribute("type", "dxa")), cell.ColumnSpan > 1 ? Val("gridSpan", cell.ColumnSpan) : null,
                cell.RowSpan > 1 ? (own ? Val("vMerge", "restart") : Element("vMerge")) : null, Val("vAlign", "center")),
            paragraphs);
    }

    private List<XElement> Inlines(ContainerInline? container, params XElement[] properties)
    {
        var runs = new List<XElement>();
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal: runs.AddRange(Runs(literal.Content.ToString(), properties)); break;
                case CodeInline code: runs.AddRange(Runs(code.Content, properties)); break;
                case HtmlEntityInline entity: runs.AddRange(Runs(entity.Transcoded.ToString(), properties)); break;
                case LineBreakInline: runs.Add(Element("r", Element("br"))); break;
                case AutolinkInline link: runs.Add(Link(link.IsEmail ? "mailto:" + link.Url : link.Url, Runs(link.Url, properties))); break;
                case FootnoteLink { IsBackLink: false } note: runs.Add(Note(note.Footnote)); break;
                case FootnoteLink: break;
                case LinkInline { IsImage: true } image: runs.AddRange(Runs($"［图片：{PlainTextWriter.Inlines(image)}］", properties)); break;
                case LinkInline link when UrlRule.IsRelative(link.Url): runs.AddRange(Inlines(link, properties)); break;
                case LinkInline link: runs.Add(Link(link.Url ?? "", Inlines(link, properties))); break;
                case EmphasisInline { DelimiterCount: 2 } strong: runs.AddRange(Inlines(strong, [Element("b"), .. properties.Where(p => p.Name.LocalName != "b")])); break;
                case EmphasisInline emphasis: runs.AddRange(Inlines(emphasis, [.. properties.Where(p => p.Name.LocalName != "i"), Element("i")])); break;
                case ContainerInline inner: runs.AddRange(Inlines(inner, properties)); break;
            }
        }

        return runs;
    }

    private XElement Link(string address, IEnumerable<XElement> runs)
    {
        _links.Add(address);
        return Element("hyperlink", new XAttribute(R + "id", $"link{_links.Count}"), runs);
    }

    private XElement Note(Footnote footnote)
    {
        if (!_noteNumbers.TryGetValue(footnote, out var number))
        {
            _noteNumbers[footnote] = number = _noteNumbers.Count + 1;
            var runs = footnote.OfType<ParagraphBlock>().SelectMany(p => Inlines(p.Inline)).ToList();
            Notes.Add(Element("footnote", Attribute("id", number), Paragraph("FootnoteText", Element("r", Element("rPr", Val("vertAlign", "superscript")), Element("footnoteRef")), runs)));
        }

        return Element("r", Element("rPr", Val("vertAlign", "superscript")), Element("footnoteReference", Attribute("id", number)));
    }
}
