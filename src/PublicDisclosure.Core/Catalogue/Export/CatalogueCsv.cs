using System.Text;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Catalogue.Export;

/// <summary>
/// Writes rows as .csv for machines and spreadsheets: UTF-8 with its mark, one heading row that names the domain in a
/// column, every cell in full, nothing that a spreadsheet program would run.
/// </summary>
public static class CatalogueCsv
{
    /// <summary>The whole file.</summary>
    public static byte[] Write(IReadOnlyCollection<CatalogueRow> rows)
    {
        var columns = ExportColumns.For(rows).Prepend(new ExportColumn("领域", null, 12, false, r => r.Domain)).ToList();
        var text = new StringBuilder();
        AppendLine(text, columns.Select(c => c.Heading ?? c.Group));
        foreach (var row in rows) AppendLine(text, columns.Select(c => c.Text(row)));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(FormulaGuard.PutOn).Select(Quote)).Append("\r\n");

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
