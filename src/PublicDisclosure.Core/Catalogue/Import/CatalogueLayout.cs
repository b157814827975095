using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>Where the headings of a table are and what each column means. Titles and 填报单位 rows stand above it.</summary>
/// <param name="FirstDataRow">Index of the first row below the headings.</param>
/// <param name="Columns">The columns, left to right.</param>
/// <param name="AnyTickedChannel">The channel heading says that one of the ticked channels is enough.</param>
internal sealed record CatalogueLayout(int FirstDataRow, IReadOnlyList<CatalogueColumn> Columns, bool AnyTickedChannel)
{
    private const int MaxHeaderRows = 4;

    public bool Has(ColumnRole role) => Columns.Any(c => c.Role == role);

    public IEnumerable<CatalogueColumn> Of(ColumnRole role) => Columns.Where(c => c.Role == role);

    /// <summary>The layout that begins at this row, or null when the row is no heading row.</summary>
    public static CatalogueLayout? At(RawTable table, int row)
    {
        if (!IsHeaderRow(table, row)) return null;
        var end = row + 1;
        while (end < table.Rows.Count && end - row < MaxHeaderRows && IsFurtherHeaderRow(table, row, end)) end++;
        var width = Enumerable.Range(row, end - row).Max(r => table.Rows[r].Cells.Count);
        var paths = Enumerable.Range(0, width).Select(c => Path(table, row, end, c)).ToList();
        var columns = PlaceItemLevels([.. paths.Select((p, i) => new CatalogueColumn(i, HeadingVocabulary.Resolve(p), Heading(p, i), p.Count == 0 ? "" : p[^1]))]);
        if (!columns.Any(c => c.Role is ColumnRole.Level1 or ColumnRole.Level2)) return null;
        var anyTicked = paths.Any(p => p.Any(h => ChannelList.IsAnyOne(h) || h.Contains("至少选择其一", StringComparison.Ordinal)));
        return new CatalogueLayout(end, columns, anyTicked);
    }

    /// <summary>True for a row of headings: at least four known ones, all the filled cells short.</summary>
    private static bool IsHeaderRow(RawTable table, int row)
    {
        var cells = Own(table, row).ToList();
        var known = cells.Select(c => HeadingVocabulary.RoleOf(c.Text)).OfType<ColumnRole>().Distinct().ToList();
        return known.Count >= 4 && known.Count * 2 >= cells.Count
            && known.Any(r => r is ColumnRole.Level1 or ColumnRole.Level2)
            && known.Exists(r => r is ColumnRole.Elements or ColumnRole.LegalBasis or ColumnRole.TimeLimit or ColumnRole.Body or ColumnRole.Channels);
    }

    private static bool IsFurtherHeaderRow(RawTable table, int first, int row)
    {
        var cells = Own(table, row).ToList();
        var spansIn = table.Rows[row].Cells.Any(c => c.Text.Length > 0 && c.OriginRow >= first && c.OriginRow < row);
        if (cells.Count == 0) return spansIn;
        var known = cells.Count(c => HeadingVocabulary.RoleOf(c.Text) is not null);
        return known == cells.Count || (known > 0 && spansIn) || (spansIn && cells.TrueForAll(c => c.Text.Length <= 12) && HasNumberBelow(table, row));
    }

    /// <summary>Unknown sub-headings (channel names) under a spanning heading: the row below begins with a number.</summary>
    private static bool HasNumberBelow(RawTable table, int row) =>
        row + 1 < table.Rows.Count && !char.IsAsciiDigit(table.At(row, 0).Text.FirstOrDefault('0')) && char.IsAsciiDigit(table.At(row + 1, 0).Text.FirstOrDefault());

    /// <summary>Filled cells whose text stands in this row itself.</summary>
    private static IEnumerable<RawCell> Own(RawTable table, int row) =>
        table.Rows[row].Cells.Where((c, i) => c.Text.Length > 0 && c.OriginRow == row && c.OriginColumn == i);

    private static List<string> Path(RawTable table, int first, int end, int column)
    {
        var path = new List<string>();
        for (var row = first; row < end; row++)
        {
            var text = CellText.OneLine(table.At(row, column).Text);
            var hasBelow = row + 1 < end && table.At(row + 1, column) is { Text.Length: > 0 } below && below.OriginRow > row;
            if (text.Length == 0 && hasBelow && !table.KnowsMerges) text = NearestLeft(table, row, column);
            if (text.Length > 0 && (path.Count == 0 || path[^1] != text)) path.Add(text);
        }

        return path;
    }

    /// <summary>Without merge information an empty cell above a sub-heading belongs to the heading on its left.</summary>
    private static string NearestLeft(RawTable table, int row, int column)
    {
        while (column >= 0 && table.At(row, column).Text.Length == 0) column--;
        return column < 0 ? "" : CellText.OneLine(table.At(row, column).Text);
    }

    private static string Heading(List<string> path, int index) => path.Count == 0 ? $"第{index + 1}列" : string.Join('·', path);

    /// <summary>公开事项 spread over two or three columns without sub-headings: the levels go by their order.</summary>
    private static List<CatalogueColumn> PlaceItemLevels(List<CatalogueColumn> columns)
    {
        var firsts = columns.Where(c => c.Role == ColumnRole.Level1).ToList();
        var unplaced = firsts.Where(c => HeadingVocabulary.Bare(c.Leaf) is not ['一', ..]).ToList();
        if (firsts.Count <= 1 && !(firsts.Count == 1 && unplaced.Count == 1 && columns.Any(c => c.Role == ColumnRole.Level2))) return columns;
        ColumnRole[] order = [ColumnRole.Level1, ColumnRole.Level2, ColumnRole.Level3];
        var free = order.Where(r => !columns.Any(c => c.Role == r && !unplaced.Contains(c))).ToList();
        foreach (var column in unplaced)
        {
            var role = free.Count > 0 ? free[0] : ColumnRole.Extra;
            if (free.Count > 0) free.RemoveAt(0);
            columns[column.Index] = column with { Role = role };
        }

        return columns;
    }
}
