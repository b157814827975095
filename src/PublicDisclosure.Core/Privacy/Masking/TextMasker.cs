using System.Text;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>Masks what a clerk wrote: title, summaries, keywords and the body with its tables.</summary>
internal static class TextMasker
{
    public static DisclosureText Mask(DisclosureText text, MaskingPass pass)
    {
        var block = new MaskBlock();
        var title = Field(text.Title, "标题");
        var summary = Field(text.Summary, "内容概述");
        var plain = Field(text.PlainSummary, "通俗摘要");
        var keywords = Field(text.Keywords, "关键词");
        var source = Field(text.Source, "信息来源");
        var body = Body(text.Body, block, pass);
        pass.Process(block);
        pass.Finish();
        return text with
        {
            Title = title.Result(),
            Summary = summary.Result(),
            PlainSummary = plain.Result(),
            Keywords = keywords.Result(),
            Source = source.Result(),
            Body = string.Concat(body.Select(p => p.Segment?.Result() ?? p.Text)),
        };

        MaskSegment Field(string value, string place)
        {
            var segment = block.Add(value, place);
            block.Separate('\n');
            block.Separate('\n');
            return segment;
        }
    }

    /// <summary>Lines as they are, table lines cell by cell.</summary>
    private static List<(string Text, MaskSegment? Segment)> Body(string body, MaskBlock block, MaskingPass pass)
    {
        var pieces = new List<(string, MaskSegment?)>();
        TableColumns? columns = null;
        var (tables, number) = (0, 0);
        var lines = body.Split('\n');
        foreach (var line in lines)
        {
            if (number++ > 0) { pieces.Add(("\n", null)); block.Separate('\n'); }
            if (!IsOfTable(lines, number - 1, columns is not null))
            {
                columns = null;
                pieces.Add((line, block.Add(line, $"正文第{number}行", isMarkdown: true)));
                continue;
            }

            columns ??= new TableColumns(pass.Rules, $"b{++tables}", $"正文第{tables}个表格");
            var cells = Cells(line);
            var kinds = IsRuler(line) ? new MaskColumn?[cells.Count] : columns.Next([.. cells.Select((cell, column) => (column, cell))]);
            for (var c = 0; c < cells.Count; c++)
            {
                if (c > 0) { pieces.Add(("|", null)); block.Separate('\t'); }
                pieces.Add((cells[c], block.Add(cells[c], $"正文第{number}行", kinds[c], isMarkdown: true)));
            }
        }

        return pieces;
    }

    /// <summary>Outer strokes may be missing: then the line below the headings tells the table.</summary>
    private static bool IsOfTable(string[] lines, int at, bool isOpen) => lines[at].TrimStart().StartsWith('|')
        || (lines[at].Contains('|', StringComparison.Ordinal) && (isOpen || IsRuler(lines[at]) || (at + 1 < lines.Length && IsRuler(lines[at + 1]))));

    /// <summary>The line between headings and rows.</summary>
    private static bool IsRuler(string line) => line.Contains('-', StringComparison.Ordinal) && line.Contains('|', StringComparison.Ordinal) && line.All(c => c is '|' or '-' or ':' or ' ' or '\t' or '\r');

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) { cells.Add(cell.ToString()); cell.Clear(); }
            else cell.Append(line[i]);
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
