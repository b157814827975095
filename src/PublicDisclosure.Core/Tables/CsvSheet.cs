using System.Globalization;
using System.Text;

namespace PublicDisclosure.Core.Tables;

/// <summary>Writes a .csv row by row: UTF-8 with its mark, nothing that a spreadsheet program would run, never more than one row in memory.</summary>
public sealed class CsvSheet(Stream stream) : IAsyncDisposable
{
    private readonly StreamWriter _text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    /// <summary>Adds a row. Dates are written as 2026-01-05, numbers plainly; null is an empty cell.</summary>
    public Task WriteAsync(IReadOnlyList<object?> cells) => _text.WriteLineAsync(string.Join(',', cells.Select(Cell)));

    /// <summary>Ends the file; the stream stays open.</summary>
    public ValueTask DisposeAsync() => _text.DisposeAsync();

    private static string Cell(object? value) => value is int or long or decimal ? CellValue.Text(value) : Quote(FormulaGuard.PutOn(CellValue.Text(value)));

    /// <summary>A cell in quotation marks where it needs them (RFC 4180).</summary>
    public static string Quote(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>What stands in a cell of a table for machines.</summary>
public static class CellValue
{
    /// <summary>The text of a cell: ISO dates and instants, numbers without grouping, 是 and 否.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "是" : "否",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
