using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellLooks = PublicDisclosure.Core.Privacy.Readers.CellLooks;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>The visible cells of one sheet, read, masked and written anew; hidden rows and columns close up.</summary>
internal sealed class SheetCopy
{
    private readonly List<CopiedRow> _rows = [];
    private readonly List<(uint First, uint Last, Column Column)> _columns = [];
    private readonly List<string> _merges = [];

    private SheetCopy(string name) => NameSegment = Block.Add(name, "工作表名称");

    /// <summary>All texts of the sheet together.</summary>
    public MaskBlock Block { get; } = new();

    /// <summary>The sheet's name, which may hold a number too.</summary>
    public MaskSegment NameSegment { get; }

    public static SheetCopy Read(string name, WorksheetPart part, SharedStrings strings, CellLooks looks, MaskingPass pass)
    {
        var copy = new SheetCopy(name);
        copy.Block.Separate('\n');
        copy.ReadCells(name, part.Worksheet ?? throw new InvalidDataException("No worksheet."), (strings, looks), pass);
        return copy;
    }

    /// <summary>The sheet with its masked texts.</summary>
    public Worksheet Write()
    {
        var data = new SheetData();
        foreach (var row in _rows)
        {
            var written = new Row { RowIndex = row.Index };
            if (row.Height is { } height) (written.Height, written.CustomHeight) = (height, true);
            foreach (var cell in row.Cells) written.Append(cell.Write(row.Index));
            data.Append(written);
        }

        var sheet = new Worksheet();
        if (_columns.Count > 0)
        {
            sheet.Append(new Columns(_columns.Select(c => new Column
            {
                Min = c.First,
                Max = c.Last,
                Width = c.Column.Width?.Value ?? 10,
                CustomWidth = true,
                Style = c.Column.Style,
            })));
        }

        sheet.Append(data);
        if (_merges.Count > 0) sheet.Append(new MergeCells(_merges.Select(m => new MergeCell { Reference = m })));
        return sheet;
    }

    private void ReadCells(string name, Worksheet sheet, (SharedStrings Strings, CellLooks Looks) book, MaskingPass pass)
    {
        var hidden = HiddenColumns(sheet);
        var used = new HashSet<uint>();
        var rows = new Dictionary<uint, uint>();
        var columns = new TableColumns(pass.Rules, name, $"工作表“{name}”");
        uint next = 0;
        uint hiddenRows = 0;
        var isDefaultHidden = sheet.SheetFormatProperties?.ZeroHeight?.Value == true;
        foreach (var row in sheet.Descendants<Row>())
        {
            var index = row.RowIndex?.Value ?? next + 1;
            next = index;
            var isHidden = row.Hidden?.Value == true || row.Height?.Value < 0.5 || (isDefaultHidden && row.Hidden?.Value != false && row.Height is null);
            if (isHidden)
            {
                hiddenRows++;
                if (row.HasChildren) pass.Took(MaskingKind.HiddenRow);
                continue;
            }

            var copied = new CopiedRow(index - hiddenRows, row.CustomHeight?.Value == true ? row.Height?.Value : null);
            rows[index] = copied.Index;
            var cells = Cells(row, book, hidden, used, pass);
            var kinds = columns.Next([.. cells.Select(c => ((int)c.Column, c.Value))]);
            foreach (var ((cell, column, value), kind) in cells.Zip(kinds))
            {
                var segment = Block.Add(value, $"工作表“{name}”{CellName.Of(column)}{index}", kind);
                Block.Separate('\t');
                copied.Cells.Add(new CopiedCell(column - Before(hidden, column), segment, cell.DataType?.Value, cell.StyleIndex?.Value));
            }

            Block.Separate('\n');
            _rows.Add(copied);
        }

        pass.Took(MaskingKind.HiddenColumn, used.Count);
        CopyColumns(sheet, hidden);
        CopyMerges(sheet, hidden, rows);
    }

    /// <summary>The visible cells of a row with their columns; hidden columns that hold something are noted.</summary>
    private static List<(Cell Cell, uint Column, string Value)> Cells(
        Row row, (SharedStrings Strings, CellLooks Looks) book, SortedSet<uint> hidden, HashSet<uint> used, MaskingPass pass)
    {
        var cells = new List<(Cell, uint, string)>();
        uint column = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            column = CellName.Column(cell.CellReference?.Value) ?? column + 1;
            if (cell.DataType?.Value == CellValues.Error) continue;
            var value = Value(cell, book.Strings);
            // White on white, or a format that shows nothing: readers never saw it.
            var isInvisible = value.Length > 0 && book.Looks.IsInvisible(cell.StyleIndex?.InnerText);
            if (isInvisible) pass.Took(MaskingKind.HiddenText);
            else if (!hidden.Contains(column)) cells.Add((cell, column, value));
            else if (value.Length > 0) used.Add(column);
        }

        return cells;
    }

    private static string Value(Cell cell, SharedStrings strings)
    {
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString) return strings.At(cell.CellValue?.Text);
        if (type == CellValues.InlineString) return cell.InlineString is { } inline ? SharedStrings.Text(inline) : "";
        var text = cell.CellValue?.Text ?? "";
        // 4.50881199003071E+17 is an identity number that was typed into a number cell.
        return text.Contains('E', StringComparison.OrdinalIgnoreCase) && type is null
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Math.Truncate(number)
            ? number.ToString(CultureInfo.InvariantCulture) : text;
    }

    private static SortedSet<uint> HiddenColumns(Worksheet sheet) => [.. sheet.Descendants<Column>()
        .Where(c => c.Hidden?.Value == true || c.Width?.Value < 0.5)
        .SelectMany(c => Enumerable.Range((int)(c.Min?.Value ?? 1), (int)Math.Min(16384, (c.Max?.Value ?? 1) - (c.Min?.Value ?? 1) + 1)).Select(n => (uint)n))];

    /// <summary>Hidden columns before a column: how far it moves to the left.</summary>
    private static uint Before(SortedSet<uint> hidden, uint column) => (uint)hidden.TakeWhile(h => h < column).Count();

    private void CopyColumns(Worksheet sheet, SortedSet<uint> hidden)
    {
        foreach (var column in sheet.Descendants<Column>().Where(c => c.Min is not null && !hidden.Contains(c.Min.Value)))
        {
            var shift = Before(hidden, column.Min!.Value);
            _columns.Add((column.Min!.Value - shift, Math.Min(16384, column.Max?.Value ?? column.Min.Value) - shift, column));
        }
    }

    private void CopyMerges(Worksheet sheet, SortedSet<uint> hidden, Dictionary<uint, uint> rows)
    {
        foreach (var merge in sheet.Descendants<MergeCell>())
        {
            if (merge.Reference?.Value?.Split(':') is not [var from, var to]) continue;
            if (CellName.Column(from) is not { } c1 || CellName.Column(to) is not { } c2) continue;
            var (r1, r2) = (CellName.Row(from), CellName.Row(to));
            var kept = Enumerable.Range((int)c1, (int)(c2 - c1 + 1)).Select(c => (uint)c).Where(c => !hidden.Contains(c)).ToList();
            var lines = rows.Where(r => r.Key >= r1 && r.Key <= r2).Select(r => r.Value).Order().ToList();
            if (kept.Count == 0 || lines.Count == 0 || kept.Count * lines.Count == 1) continue;
            uint To(uint column) => column - Before(hidden, column);
            _merges.Add($"{CellName.Of(To(kept[0]))}{lines[0]}:{CellName.Of(To(kept[^1]))}{lines[^1]}");
        }
    }

    private sealed record CopiedRow(uint Index, double? Height)
    {
        public List<CopiedCell> Cells { get; } = [];
    }

    private sealed record CopiedCell(uint Column, MaskSegment Segment, CellValues? Type, uint? Style)
    {
        public Cell Write(uint row)
        {
            var cell = new Cell { CellReference = CellName.Of(Column) + row.ToString(CultureInfo.InvariantCulture), StyleIndex = Style };
            var text = Segment.Result();
            if (text.Length == 0) return cell;
            if (!Segment.IsChanged && (Type is null || Type == CellValues.Number || Type == CellValues.Boolean || Type == CellValues.Date))
            {
                cell.DataType = Type;
                cell.CellValue = new CellValue(text);
                return cell;
            }

            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new CellText(text) { Space = SpaceProcessingModeValues.Preserve });
            return cell;
        }
    }
}

/// <summary>Names of cells: <c>AB12</c>.</summary>
internal static class CellName
{
    /// <summary>Number of the column, from 1; null when there is no name.</summary>
    public static uint? Column(string? name)
    {
        uint column = 0;
        foreach (var c in (name ?? "").TakeWhile(char.IsAsciiLetter)) column = (column * 26) + (uint)(char.ToUpperInvariant(c) - 'A' + 1);
        return column is 0 or > 16384 ? null : column;
    }

    /// <summary>Number of the row, or 0.</summary>
    public static uint Row(string name) => uint.TryParse(name.AsSpan(name.TakeWhile(char.IsAsciiLetter).Count()), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    /// <summary>Letters of a column.</summary>
    public static string Of(uint column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26) name = (char)('A' + ((column - 1) % 26)) + name;
        return name;
    }
}
