namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>
/// Finds the headings of a table, by the same list and rules as the checklist, and says what the cells below them are: whatever
/// column the checklist refuses is masked.
/// </summary>
internal sealed class TableColumns(MaskingRules rules, string key, string place)
{
    /// <summary>Titles and units stand above the headings; further down a name's heading, or a word of the office's own, is just a word.</summary>
    private const int RowsWithHeadings = 10;

    private readonly TableHeadings _headings = new();
    private readonly Dictionary<int, MaskColumn> _columns = [];
    private int _rows;

    /// <summary>Of the next row, what each cell stands in: null for headings and what is above them.</summary>
    public IReadOnlyList<MaskColumn?> Next(IReadOnlyList<(int Column, string Text)> cells)
    {
        var found = _headings.Next(cells).ToDictionary(h => h.Column, h => h.Kind);
        var isEarly = _rows++ < RowsWithHeadings;
        var columns = new MaskColumn?[cells.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var (column, text) = cells[i];
            MaskingKind? kind = found.TryGetValue(column, out var heading) ? MaskingRules.OfColumn(heading) : isEarly ? OwnHeading(text) : null;
            if (kind is not null) _columns[column] = new MaskColumn($"{key}!{column}", $"{place}“{text.Trim()}”列", kind);
            else columns[i] = _columns.GetValueOrDefault(column) ?? (isEarly ? null : new MaskColumn($"{key}!{column}", place, null));
        }

        return columns;
    }

    private MaskingKind? OwnHeading(string text) => SensitiveColumns.KindOf(text) == SensitiveColumnKind.Name ? MaskingKind.Name : rules.OfOwnWords(text);
}
