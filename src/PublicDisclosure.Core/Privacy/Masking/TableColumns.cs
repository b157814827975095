namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>Finds the headings of a table among its first rows, and says what the cells below them are.</summary>
internal sealed class TableColumns(MaskingRules rules, string key, string place)
{
    /// <summary>Titles and units stand above the headings; further down a heading's word is just a word.</summary>
    private const int RowsWithHeadings = 10;

    private readonly Dictionary<int, MaskColumn> _columns = [];
    private readonly Dictionary<int, int> _headingRows = [];

    /// <summary>What the cell stands in: null for headings and what is above them.</summary>
    public MaskColumn? Of(int row, int column, string text)
    {
        if (row < RowsWithHeadings && rules.OfHeading(text) is { } kind)
        {
            _columns[column] = new MaskColumn($"{key}!{column}", $"{place}“{text.Trim()}”列", kind);
            _headingRows[column] = row;
            return null;
        }

        return _columns.GetValueOrDefault(column) ?? (row < RowsWithHeadings ? null : new MaskColumn($"{key}!{column}", place, null));
    }
}
