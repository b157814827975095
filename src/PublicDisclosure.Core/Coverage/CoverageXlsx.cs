using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PublicDisclosure.Core.Catalogue.Export;

namespace PublicDisclosure.Core.Coverage;

/// <summary>Writes the coverage as .xlsx: one sheet, headings that stay, figures as numbers.</summary>
public static class CoverageXlsx
{
    /// <summary>The whole file.</summary>
    /// <param name="title">First line.</param>
    /// <param name="heading">Names of the columns.</param>
    /// <param name="rows">Cells: <see cref="int"/> and <see cref="decimal"/> become numbers, everything else text that no program runs.</param>
    public static byte[] Write(string title, IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<object>> rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Create();
            var part = workbook.AddNewPart<WorksheetPart>();
            var data = new SheetData(new Row(Text(title, XlsxStyles.Title)), new Row(heading.Select(h => Text(h, XlsxStyles.Heading))));
            foreach (var row in rows) data.Append(new Row(row.Select(Cell)));
            var views = new SheetViews(new SheetView(new Pane
            {
                VerticalSplit = 2,
                TopLeftCell = "A3",
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            })
            { WorkbookViewId = 0 });
            var merge = new MergeCells(new MergeCell { Reference = $"A1:{(char)('A' + heading.Count - 1)}1" });
            var widths = new Columns(heading.Select((h, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = i < 2 ? 26 : 13, CustomWidth = true }));
            part.Worksheet = new Worksheet(views, widths, data, merge);
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = "公开情况" }));
        }

        return stream.ToArray();
    }

    private static Cell Cell(object value) => value is int or decimal
        ? new Cell { CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!), DataType = CellValues.Number, StyleIndex = XlsxStyles.Cell }
        : Text((string)value, XlsxStyles.Cell);

    // Inline text is never a formula, whatever it begins with.
    private static Cell Text(string text, uint style) => new() { InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }), DataType = CellValues.InlineString, StyleIndex = style };
}
