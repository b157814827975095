namespace PublicDisclosure.Core.Tables;

/// <summary>Builds a grid out of tables whose cells span columns and rows (Word, HTML); several tables follow one another.</summary>
internal sealed class GridBuilder(string name)
{
    private const int MaxSpan = 1000;
    private const int MaxColumns = 200;

    private readonly List<Dictionary<int, RawCell>> _rows = [];
    private int _row = -1;
    private int _column;

    /// <summary>Number of rows begun so far.</summary>
    public int Count => _row + 1;

    public void BeginRow()
    {
        _row++;
        _column = 0;
        while (_rows.Count <= _row) _rows.Add([]);
    }

    /// <summary>A table ended: what still spans downwards ends with it.</summary>
    public void EndTable() => _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);

    /// <summary>Puts a cell into the next free place of the row.</summary>
    public void Add(string text, int columns = 1, int rows = 1)
    {
        while (_rows[_row].ContainsKey(_column)) _column++;
        var origin = new RawCell(CellText.Clean(text, out var hidden), _row, _column, hidden);
        var toColumn = Math.Min(_column + Math.Clamp(columns, 1, MaxSpan), MaxColumns);
        for (var row = _row; row < _row + Math.Clamp(rows, 1, MaxSpan); row++)
        {
            while (_rows.Count <= row) _rows.Add([]);
            for (var column = _column; column < toColumn; column++) _rows[row].TryAdd(column, origin);
        }

        _column = Math.Max(toColumn, _column + 1);
    }

    /// <summary>Continues the cell above over further columns (Word's vMerge).</summary>
    public void Continue(int columns)
    {
        for (var i = 0; i < Math.Clamp(columns, 1, MaxSpan) && _column < MaxColumns; i++, _column++)
        {
            var above = _row > 0 && _rows[_row - 1].TryGetValue(_column, out var cell) ? cell : new RawCell("", _row, _column);
            _rows[_row][_column] = above;
        }
    }

    public RawTable Build() => new(name, [.. _rows.Take(_row + 1).Select((cells, i) => new RawRow(i + 1, Fill(cells, i)))], KnowsMerges: true);

    private static RawCell[] Fill(Dictionary<int, RawCell> cells, int row)
    {
        var width = cells.Count == 0 ? 0 : cells.Keys.Max() + 1;
        return [.. Enumerable.Range(0, width).Select(c => cells.TryGetValue(c, out var cell) ? cell : new RawCell("", row, c))];
    }
}
