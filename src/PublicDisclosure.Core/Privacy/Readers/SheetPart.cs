using System.Globalization;
using System.Text;
using System.Xml;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>One sheet of a workbook, row by row: what is seen, what lies in hidden rows, columns and formats, formulas, the rest.</summary>
internal sealed class SheetPart(InspectionBuilder builder, string place, bool isHidden, SharedStrings strings, CellLooks looks)
{
    private const int MostColumns = 600;
    private readonly StringBuilder _seen = new(), _hidden = new(), _invisible = new(), _formulas = new(), _value = new();
    private readonly List<(int From, int To)> _hiddenColumns = [];
    private (int Seen, int Hidden, int Invisible) _columns;
    private (string? Type, string? Style, int Column) _cell;
    private bool _hiddenRow;

    public void Read(Stream content)
    {
        using var reader = XmlText.Open(content);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element) Start(reader);
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "c") EndCell();
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row") EndRow();
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "sheetData") break;
        }

        var rest = reader.EOF ? "" : Rest(reader);
        builder.Add(place, _seen.ToString(), isHidden);
        builder.Add(place + "的隐藏行列", _hidden.ToString(), true);
        builder.Add(place + "的看不见的文字", _invisible.ToString(), true);
        builder.Add(place + "的公式", _formulas.ToString(), true);
        builder.Add(place + "的超链接、有效性和页眉页脚", rest, true);
        if (!isHidden && !string.IsNullOrWhiteSpace(_hidden.ToString())) builder.Note(FileTrait.HiddenCells, place);
        if (!isHidden && !string.IsNullOrWhiteSpace(_invisible.ToString())) builder.Note(FileTrait.HiddenText, place);
    }

    private void Start(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "col" when IsTrue(reader.GetAttribute("hidden")) || IsNothing(reader.GetAttribute("width")):
                if (int.TryParse(reader.GetAttribute("min"), out var from) && int.TryParse(reader.GetAttribute("max"), out var to)) _hiddenColumns.Add((from, to));
                break;
            case "row":
                builder.ThrowIfOver();
                _hiddenRow = IsTrue(reader.GetAttribute("hidden")) || (IsTrue(reader.GetAttribute("customHeight")) && IsNothing(reader.GetAttribute("ht")));
                _cell.Column = 0;
                if (reader.IsEmptyElement) EndRow();
                break;
            case "c":
                _cell = (reader.GetAttribute("t"), reader.GetAttribute("s"), Column(reader.GetAttribute("r")) ?? _cell.Column + 1);
                _value.Clear();
                break;
            case "v" or "t" when !reader.IsEmptyElement: Text(reader, _value); break;
            case "f" when !reader.IsEmptyElement: Formula(reader); break;
        }
    }

    /// <summary>Takes the text of the element the reader is on and stops at its end.</summary>
    private static void Text(XmlReader reader, StringBuilder into)
    {
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) into.Append(reader.Value);
    }

    private void Formula(XmlReader reader)
    {
        var start = _formulas.Length;
        Text(reader, _formulas);
        // Formulas without words hold nothing but references.
        if (_formulas.ToString(start, _formulas.Length - start) is var formula && !formula.Contains('"', StringComparison.Ordinal) && formula.Count(char.IsAsciiDigit) < 11) _formulas.Length = start;
        else _formulas.Append('\n');
    }

    private void EndCell()
    {
        if (_value.Length == 0) return;
        var text = _value.ToString();
        if (_cell.Type == "s") text = strings.Use(text);
        else if (_cell.Type is null or "n") text = Number(text);
        text = text.Replace('\n', ' ').Replace('\r', ' ');
        if (_hiddenRow || _hiddenColumns.Exists(c => _cell.Column >= c.From && _cell.Column <= c.To)) Put(_hidden, ref _columns.Hidden, text);
        else if (looks.IsInvisible(_cell.Style)) Put(_invisible, ref _columns.Invisible, text);
        else Put(_seen, ref _columns.Seen, text);
    }

    private void Put(StringBuilder text, ref int column, string value)
    {
        if (_cell.Column <= MostColumns) text.Append('\t', Math.Max(0, _cell.Column - 1 - column));
        else text.Append('\t');
        column = _cell.Column - 1;
        text.Append(value);
    }

    private void EndRow()
    {
        foreach (var text in new[] { _seen, _hidden, _invisible })
            if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
        _columns = default;
    }

    private string Rest(XmlReader reader)
    {
        var text = new StringBuilder();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Text) text.Append(reader.Value).Append('\n');
            if (reader.NodeType != XmlNodeType.Element) continue;
            foreach (var name in new[] { "display", "location", "tooltip", "prompt", "promptTitle", "error", "errorTitle", "title", "descr" })
                if (reader.GetAttribute(name) is { Length: > 3 } value) text.Append(value).Append('\n');
        }

        builder.ThrowIfOver();
        return text.ToString();
    }

    /// <summary>Long numbers as digits: Excel writes 4.5088119900101E+17.</summary>
    private static string Number(string text) =>
        text.Contains('E', StringComparison.OrdinalIgnoreCase) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.##########", CultureInfo.InvariantCulture) : text;

    private static int? Column(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetterUpper)) column = (column * 26) + (c - 'A' + 1);
        return column == 0 ? null : column;
    }

    private static bool IsTrue(string? value) => value is "1" or "true";

    private static bool IsNothing(string? size) => size is not null && decimal.TryParse(size, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value < 0.5m;
}
