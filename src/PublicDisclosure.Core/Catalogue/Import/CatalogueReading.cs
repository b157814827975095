using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>What was understood of a file, and everything that was not.</summary>
/// <param name="Rows">Rows understood, in the file's order.</param>
/// <param name="Problems">Rows that could not be read, and cells that were read with a doubt.</param>
/// <param name="Notes">Remarks on the whole file: macros ignored, sheets without a table, columns that are missing.</param>
public sealed record CatalogueReading(IReadOnlyList<CatalogueRow> Rows, IReadOnlyList<RowProblem> Problems, IReadOnlyList<Refusal> Notes)
{
    /// <summary>Rows that could not be read; every other row of the table is in <see cref="Rows"/>.</summary>
    public IEnumerable<RowProblem> Unreadable => Problems.Where(p => p.IsUnreadable);
}

/// <summary>A row that could not be read, or a cell that was read with a doubt.</summary>
/// <param name="SheetName">Sheet or part of the file.</param>
/// <param name="RowNumber">Row number as the file's own program shows it.</param>
/// <param name="Column">Heading of the column, or null when it is the whole row.</param>
/// <param name="Reason">Why; its text is Chinese and in the web project's resources.</param>
/// <param name="IsUnreadable">True when the row is left out; false when it was read and the steward should look.</param>
/// <param name="RowText">The beginning of the row as written, so that it can be found again.</param>
public sealed record RowProblem(string SheetName, int RowNumber, string? Column, Refusal Reason, bool IsUnreadable, string RowText);
