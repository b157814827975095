using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// Merged cells in pipe tables, which official tables are full of. A cell that holds only <c>&lt;&lt;</c> belongs to the cell on
/// its left, one that holds only <c>^^</c> to the cell above; a line break within a cell is written <c>&lt;br&gt;</c>.
/// <code>
/// | 公开事项 | &lt;&lt;       | 公开时限 |
/// |----------|----------|----------|
/// | 一级事项 | 二级事项 | ^^       |
/// | 最低生活保障 | 政策法规文件 | 20个工作日 |
/// | ^^       | 办事指南 | 20个工作日 |
/// </code>
/// A row that merges upwards into the header is a header row too. Marks that do not make a rectangle stay empty cells.
/// </summary>
internal static partial class MergedCells
{
    public const string Left = "<<";
    public const string Above = "^^";

    /// <summary>Gives each cell its column and spans, removes the cells it swallowed and marks all header rows.</summary>
    public static void Apply(Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        var cells = rows.Select(row => row.OfType<TableCell>().ToList()).ToList();
        var width = cells.Max(row => row.Count);
        // A row with fewer bars than the widest is filled up: every cell of the grid exists.
        for (var r = 0; r < rows.Count; r++)
        {
            while (cells[r].Count < width)
            {
                var empty = new TableCell { ColumnIndex = cells[r].Count };
                rows[r].Add(empty);
                cells[r].Add(empty);
            }
        }

        var owners = Resolve(cells, width);
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < width; c++)
            {
                var cell = cells[r][c];
                cell.ColumnIndex = c;
                if (owners[r][c] != (r, c)) rows[r].Remove(cell);
                else SplitLines(cell);
            }
        }

        for (var r = 1; r < rows.Count && rows[0].IsHeader; r++)
        {
            if (!rows[r - 1].IsHeader || !owners[r].Any(o => o.Row < r && rows[o.Row].IsHeader)) break;
            rows[r].IsHeader = true;
        }
    }

    private static (int Row, int Column)[][] Resolve(List<List<TableCell>> cells, int width)
    {
        var owners = cells.Select((_, r) => Enumerable.Range(0, width).Select(c => (r, c)).ToArray()).ToArray();
        for (var r = 0; r < cells.Count; r++)
        {
            for (var c = 0; c < width; c++)
            {
                var mark = Mark(cells[r][c]);
                if (mark is null) continue;
                cells[r][c].Clear();
                if (mark == Left && c > 0) owners[r][c] = owners[r][c - 1];
                else if (mark == Above && r > 0) owners[r][c] = owners[r - 1][c];
            }
        }

        var areas = new Dictionary<(int, int), (int Bottom, int Right, int Count)>();
        for (var r = 0; r < cells.Count; r++)
        {
            for (var c = 0; c < width; c++)
            {
                var area = areas.GetValueOrDefault(owners[r][c]);
                areas[owners[r][c]] = (Math.Max(area.Bottom, r), Math.Max(area.Right, c), area.Count + 1);
            }
        }

        for (var r = 0; r < cells.Count; r++)
        {
            for (var c = 0; c < width; c++)
            {
                var (top, left) = owners[r][c];
                var (bottom, right, count) = areas[(top, left)];
                if (count != (bottom - top + 1) * (right - left + 1)) owners[r][c] = (r, c);
                else if ((top, left) == (r, c)) (cells[r][c].RowSpan, cells[r][c].ColumnSpan) = (bottom - top + 1, right - left + 1);
            }
        }

        return owners;
    }

    private static string? Mark(TableCell cell)
    {
        if (cell.Count != 1 || cell[0] is not ParagraphBlock { Inline: { } inline }) return null;
        var text = PlainTextWriter.Inlines(inline).Trim();
        return text is Left or Above ? text : null;
    }

    private static void SplitLines(TableCell cell)
    {
        foreach (var literal in cell.Descendants<LiteralInline>().ToList())
        {
            var text = literal.Content.ToString();
            if (!text.Contains("<br", StringComparison.OrdinalIgnoreCase)) continue;
            var parts = LineBreak().Split(text);
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0) literal.InsertBefore(new LineBreakInline { IsHard = true });
                if (parts[i].Length > 0) literal.InsertBefore(new LiteralInline(parts[i]));
            }

            literal.Remove();
        }
    }

    [GeneratedRegex(@"\s*<br\s?/?>\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();
}
