using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PublicDisclosure.Core.Catalogue.Import;

namespace PublicDisclosure.Core.Catalogue.Export;

/// <summary>One domain as a worksheet in the official layout.</summary>
internal sealed partial class OfficialSheet
{
    private readonly string _title;
    private readonly string? _reportedBy;
    private readonly IReadOnlyList<CatalogueRow> _rows;
    private readonly IReadOnlyList<ExportColumn> _columns;
    private readonly MergeCells _merges = new();
    private readonly SheetData _data = new();
    private int _written;

    public OfficialSheet(string domain, IReadOnlyList<CatalogueRow> rows, string? reportedBy)
    {
        _title = $"{domain}领域基层政务公开标准目录";
        _rows = rows;
        _reportedBy = reportedBy;
        _columns = ExportColumns.For(rows);
    }

    /// <summary>Rows of title and headings, repeated on every printed page.</summary>
    public int HeaderRows => _reportedBy is null ? 3 : 4;

    public Worksheet Create()
    {
        AddSpanning(_title, XlsxStyles.Title);
        if (_reportedBy is not null) AddSpanning(_reportedBy, XlsxStyles.Plain);
        AddHeadings();
        foreach (var row in _rows) AddRow(_columns.Select(c => c.Text(row)), XlsxStyles.Cell);
        for (var column = 0; column < _columns.Count; column++)
        {
            if (_columns[column].MergesDown) MergeDown(column);
        }

        var views = new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = HeaderRows,
            TopLeftCell = $"A{HeaderRows + 1}",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 });
        var widths = new Columns(_columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true }));
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }), views, widths, _data, _merges,
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 },
            new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = 9, FitToWidth = 1, FitToHeight = 0 });
    }

    private void AddSpanning(string text, uint style)
    {
        AddRow(_columns.Select((_, i) => i == 0 ? text : ""), style);
        Merge(_written - 1, 0, _written - 1, _columns.Count - 1);
    }

    private void AddHeadings()
    {
        var top = _written;
        AddRow(_columns.Select((c, i) => i > 0 && _columns[i - 1].Group == c.Group ? "" : c.Group), XlsxStyles.Heading);
        AddRow(_columns.Select(c => c.Heading ?? ""), XlsxStyles.Heading);
        for (var from = 0; from < _columns.Count;)
        {
            var to = from;
            while (to + 1 < _columns.Count && _columns[to + 1].Group == _columns[from].Group && _columns[from].Heading is not null) to++;
            if (_columns[from].Heading is null) Merge(top, from, top + 1, from);
            else if (to > from) Merge(top, from, top, to);
            from = to + 1;
        }
    }

    /// <summary>Merges equal neighbours of one first-level item, as the official tables do.</summary>
    private void MergeDown(int column)
    {
        var first = HeaderRows;
        for (var from = 0; from < _rows.Count;)
        {
            var to = from;
            while (to + 1 < _rows.Count && _rows[to + 1].Level1 == _rows[from].Level1 && _columns[column].Text(_rows[to + 1]) == _columns[column].Text(_rows[from])) to++;
            if (to > from) Merge(first + from, column, first + to, column);
            from = to + 1;
        }
    }

    private void AddRow(IEnumerable<string> texts, uint style)
    {
        var number = (uint)++_written;
        var row = new Row { RowIndex = number };
        row.Append(texts.Select((text, i) => new Cell
        {
            CellReference = Reference(i, number),
            StyleIndex = style,
            DataType = CellValues.InlineString,
            // Text is always text here: nothing that begins with = becomes a formula.
            InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(Escape(text)) { Space = SpaceProcessingModeValues.Preserve }),
        }));
        _data.Append(row);
    }

    private void Merge(int fromRow, int fromColumn, int toRow, int toColumn) => _merges.Append(new MergeCell
    {
        Reference = $"{Reference(fromColumn, (uint)fromRow + 1)}:{Reference(toColumn, (uint)toRow + 1)}",
    });

    private static string Reference(int column, uint row)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) name = (char)('A' + ((rest - 1) % 26)) + name;
        return name + row.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Excel reads _x0041_ as the letter A; a text that happens to look so is written with its underscore escaped.</summary>
    private static string Escape(string text) => text.Contains("_x", StringComparison.Ordinal) ? EscapeLike().Replace(text, "_x005F_") : text;

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapeLike();
}
