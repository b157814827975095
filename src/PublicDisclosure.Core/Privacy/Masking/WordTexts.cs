using System.Xml.Linq;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>The texts of a part of a Word document in reading order, and their way back.</summary>
internal static class WordTexts
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly HashSet<string> Texts = ["t", "instrText"];

    public static MaskBlock Block(WordPart part, MaskingPass pass)
    {
        var block = new MaskBlock();
        var tables = new Dictionary<XElement, TableColumns>();
        var cells = new Dictionary<XElement, MaskColumn?>();
        var paragraph = 0;
        XElement? last = null;
        foreach (var element in part.Xml!.Root!.Descendants())
        {
            if (element.Name == W + "p")
            {
                paragraph++;
                var cell = element.Ancestors(W + "tc").FirstOrDefault();
                block.Separate(cell is not null && last is not null && cell != last && cell.Parent == last.Parent ? '\t' : '\n');
                last = cell;
            }
            else if (element.Name == W + "tr") Row(element, tables, cells, pass);
            else if (element.Name == W + "tab" || element.Name == W + "br" || element.Name == W + "cr") block.Separate('\t');
            else if (element.Name == W + "noBreakHyphen" || element.Name == W + "softHyphen") block.Separate('-');
            else if (Texts.Contains(element.Name.LocalName) && !element.HasElements && element.Value.Length > 0)
            {
                var cell = element.Ancestors(W + "tc").FirstOrDefault();
                var column = cell is null ? null : cells.GetValueOrDefault(cell);
                var place = column?.Place is { Length: > 0 } known ? known : Place(part, paragraph);
                part.Texts.Add((element, block.Add(element.Value, place, column)));
            }
        }

        foreach (var attribute in part.Xml!.Root!.Descendants().Attributes().Where(a => !a.IsNamespaceDeclaration && a.Value.Length >= 11 && PersonalDataFinder.Find(a.Value).Count > 0).ToList())
        {
            block.Separate('\n');
            part.Attributes.Add((attribute, block.Add(attribute.Value, Place(part, 0))));
        }

        return block;
    }

    /// <summary>Puts masked texts back.</summary>
    public static void Write(WordPart part)
    {
        foreach (var (element, segment) in part.Texts.Where(t => t.Segment.IsChanged))
        {
            element.Value = segment.Result();
            element.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        }

        foreach (var (attribute, segment) in part.Attributes.Where(a => a.Segment.IsChanged)) attribute.Value = segment.Result();
    }

    /// <summary>What the cells of a row stand in; a heading over several columns speaks for each of them.</summary>
    private static void Row(XElement row, Dictionary<XElement, TableColumns> tables, Dictionary<XElement, MaskColumn?> cells, MaskingPass pass)
    {
        if (row.Ancestors(W + "tbl").FirstOrDefault() is not { } table) return;
        if (!tables.TryGetValue(table, out var columns))
            tables[table] = columns = new TableColumns(pass.Rules, $"t{tables.Count}", $"第{tables.Count + 1}个表格");
        var texts = new List<(int Column, string Text)>();
        var firsts = new List<(XElement Cell, int At)>();
        foreach (var cell in row.Descendants(W + "tc").Where(c => c.Ancestors(W + "tr").First() == row))
        {
            firsts.Add((cell, texts.Count));
            var text = string.Concat(cell.Descendants().Where(e => e.Name == W + "t").Select(e => e.Value));
            for (var i = Span(cell); i > 0; i--) texts.Add((texts.Count, text));
        }

        var kinds = columns.Next(texts);
        foreach (var (cell, at) in firsts)
        {
            cells[cell] = kinds[at];
            if (kinds[at]?.Kind is not null) JoinRuns(cell);
        }
    }

    /// <summary>A value parted over runs becomes one text, so that it is masked as one.</summary>
    private static void JoinRuns(XElement cell)
    {
        var texts = cell.Descendants(W + "t").ToList();
        if (texts.Count < 2) return;
        texts[0].Value = string.Concat(texts.Select(t => t.Value));
        foreach (var text in texts.Skip(1)) text.Value = "";
    }

    private static int Span(XElement cell) => Math.Clamp((int?)cell.Element(W + "tcPr")?.Element(W + "gridSpan")?.Attribute(W + "val") ?? 1, 1, 63);

    private static string Place(WordPart part, int paragraph) => part.Type switch
    {
        "header" => "页眉",
        "footer" => "页脚",
        "footnotes" or "endnotes" => "注释",
        _ => paragraph == 0 ? "正文属性" : $"正文第{paragraph}段",
    };
}
