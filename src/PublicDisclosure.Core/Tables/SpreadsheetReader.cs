using System.Globalization;
using System.Text;
using ExcelDataReader;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Tables;

/// <summary>Reads .xlsx and .xls into grids. Formulas are never calculated: the stored result is read as text.</summary>
internal static class SpreadsheetReader
{
    /// <summary>Most rows of all sheets together.</summary>
    public const int MaxRows = 20_000;

    private const int MaxColumns = 200;

    /// <summary>The parser asks for Windows code pages even where the file needs none.</summary>
    static SpreadsheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static OutcomeOf<IReadOnlyList<RawTable>> Read(byte[] file, TableFileKind kind, IProgress<int>? progress, CancellationToken cancel)
    {
        try
        {
            var formulas = kind == TableFileKind.Xlsx ? FormulaCells.Find(file) : FormulaCells.None;
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file, writable: false));
            var tables = new List<RawTable>();
            var rows = 0;
            do
            {
                var table = ReadSheet(reader, formulas, rows, progress, cancel);
                if (table is null) return new Refusal("TableFile.TooManyRows", null, MaxRows);
                rows += table.Rows.Count;
                tables.Add(table);
            }
            while (reader.NextResult());
            return tables;
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            return new Refusal("TableFile.Encrypted");
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            // A damaged workbook makes the parser fail in many ways; to the user they are one.
            return new Refusal("TableFile.Damaged");
        }
    }

    private static RawTable? ReadSheet(IExcelDataReader reader, FormulaCells formulas, int before, IProgress<int>? progress, CancellationToken cancel)
    {
        var grid = new List<RawCell[]>();
        var filled = 0;
        var width = Math.Min(reader.FieldCount, MaxColumns);
        while (reader.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var row = grid.Count;
            var cells = new RawCell[width];
            for (var column = 0; column < width; column++)
            {
                var text = CellText.Clean(TextOf(reader, column), out var hidden);
                cells[column] = new RawCell(text, row, column, hidden, formulas.Has(reader.Name, row, column));
                if (text.Length > 0) filled = row + 1;
            }

            grid.Add(cells);
            if (filled + before > MaxRows) return null;
            if (row - filled > MaxRows) break;
            if (grid.Count % 500 == 0) progress?.Report(before + grid.Count);
        }

        grid.RemoveRange(filled, grid.Count - filled);
        SpreadMerges(reader.MergeCells, grid);
        return new RawTable(reader.Name, [.. grid.Select((cells, i) => new RawRow(i + 1, cells))], KnowsMerges: true);
    }

    private static string TextOf(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        string text => text,
        double number => NumberText(number, reader.GetNumberFormatString(column)),
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy年M月d日" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        bool flag => flag ? "是" : "否",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A code typed as a number under a format of zeros keeps its leading zeros: 0505.</summary>
    private static string NumberText(double number, string? format) =>
        format is { Length: > 1 and < 20 } && format.All(c => c == '0') && number >= 0
            ? number.ToString(format, CultureInfo.InvariantCulture)
            : number.ToString("0.###############", CultureInfo.InvariantCulture);

    private static void SpreadMerges(CellRange[]? merges, List<RawCell[]> grid)
    {
        foreach (var merge in merges ?? [])
        {
            if (merge.FromRow < 0 || merge.FromRow >= grid.Count || merge.FromColumn < 0 || merge.FromColumn >= grid[merge.FromRow].Length) continue;
            var origin = grid[merge.FromRow][merge.FromColumn];
            for (var row = merge.FromRow; row <= Math.Min(merge.ToRow, grid.Count - 1); row++)
            {
                for (var column = merge.FromColumn; column <= Math.Min(merge.ToColumn, grid[row].Length - 1); column++) grid[row][column] = origin;
            }
        }
    }
}
