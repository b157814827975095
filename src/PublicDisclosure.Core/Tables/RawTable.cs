using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Tables;

/// <summary>A cell of a grid; a cell inside a merge carries the text and the place of the merge's first cell.</summary>
/// <param name="Text">Cleaned text.</param>
/// <param name="OriginRow">Index of the row where the text stands.</param>
/// <param name="OriginColumn">Index of the column where the text stands.</param>
/// <param name="HadHidden">A control or bidirectional character was removed.</param>
/// <param name="IsFormula">The file holds a formula here; the text is its stored result and nothing was calculated.</param>
public readonly record struct RawCell(string Text, int OriginRow, int OriginColumn, bool HadHidden = false, bool IsFormula = false);

/// <summary>A row of a grid.</summary>
/// <param name="Number">Row number as the file's own program shows it, from 1.</param>
/// <param name="Cells">The cells; rows of one table may differ in length.</param>
/// <param name="Broken">Why the row cannot be read at all, or null.</param>
public sealed record RawRow(int Number, IReadOnlyList<RawCell> Cells, Refusal? Broken = null);

/// <summary>One sheet, document or pasted table, before anything is understood.</summary>
/// <param name="Name">Sheet name, or a word for the file.</param>
/// <param name="Rows">All rows, empty ones too.</param>
/// <param name="KnowsMerges">The format tells merged cells; where it does not, an empty cell may be one.</param>
public sealed record RawTable(string Name, IReadOnlyList<RawRow> Rows, bool KnowsMerges)
{
    /// <summary>The cell, or an empty one outside the grid.</summary>
    public RawCell At(int row, int column) =>
        column < Rows[row].Cells.Count ? Rows[row].Cells[column] : new RawCell("", row, column);

    /// <summary>Number of columns of the widest row.</summary>
    public int Width => Rows.Count == 0 ? 0 : Rows.Max(r => r.Cells.Count);
}
