using System.Text;
using System.Xml;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>Reads .xlsx: every sheet with its state, shared strings that no cell uses, defined names.</summary>
internal static class WorkbookFile
{
    public static void Read(ZipParts parts, InspectionBuilder builder)
    {
        var targets = new Dictionary<string, string>();
        parts.Xml("xl/_rels/workbook.xml.rels", content => Targets(content, targets));
        var strings = new SharedStrings();
        parts.Xml("xl/sharedStrings.xml", content => strings.Read(content, builder));
        var looks = new CellLooks();
        parts.Xml("xl/styles.xml", looks.Read);
        var sheets = new List<(string Name, string State, string Id)>();
        parts.Xml("xl/workbook.xml", content => Sheets(content, sheets, builder));
        foreach (var (name, state, id) in sheets)
        {
            var hidden = state is "hidden" or "veryHidden";
            var place = $"工作表“{name}”" + (state == "veryHidden" ? "（深度隐藏）" : hidden ? "（隐藏）" : "");
            if (targets.GetValueOrDefault(id) is not { } part || !parts.Has(part)) continue;
            if (hidden) builder.Note(FileTrait.HiddenSheet, place);
            parts.Xml(part, content => new SheetPart(builder, place, hidden, strings, looks).Read(content));
        }

        // A sheet that the workbook does not list is more hidden than any other.
        foreach (var part in parts.Names("xl/worksheets/").Where(n => n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            builder.Note(FileTrait.HiddenSheet, part);
            parts.Xml(part, content => new SheetPart(builder, $"工作表“{part}”（未列出）", true, strings, looks).Read(content));
        }

        if (strings.Unused() is { Length: > 0 } unused)
        {
            builder.Add("已不用的单元格文字", unused, true);
            builder.Note(FileTrait.CachedData, "已不用的单元格文字");
        }

        parts.Xml("xl/calcChain.xml", _ => { });
    }

    private static void Targets(Stream content, Dictionary<string, string> targets)
    {
        using var reader = XmlText.Open(content);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.GetAttribute("Id") is not { } id || reader.GetAttribute("Target") is not { } target) continue;
            targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }
    }

    private static void Sheets(Stream content, List<(string, string, string)> sheets, InspectionBuilder builder)
    {
        using var reader = XmlText.Open(content);
        var (names, inName) = (new StringBuilder(), false);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                inName = reader.LocalName == "definedName" && !reader.IsEmptyElement;
                if (inName) names.Append(reader.GetAttribute("name")).Append('\t').Append(reader.GetAttribute("comment")).Append('\t');
                if (reader.LocalName == "sheet") sheets.Add((reader.GetAttribute("name") ?? "", reader.GetAttribute("state") ?? "", WordFile.Value(reader, "id") ?? ""));
            }
            else if (reader.NodeType == XmlNodeType.EndElement && inName)
            {
                inName = false;
                names.Append('\n');
            }
            else if (inName && reader.NodeType == XmlNodeType.Text)
            {
                names.Append(reader.Value);
            }
        }

        builder.Add("定义的名称", names.ToString(), true);
    }
}

/// <summary>The strings that the cells of a workbook share.</summary>
internal sealed class SharedStrings
{
    private readonly List<string> _strings = [];
    private bool[] _used = [];

    public void Read(Stream content, InspectionBuilder builder)
    {
        using var reader = XmlText.Open(content);
        var text = new StringBuilder();
        var inText = false;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "si":
                    builder.ThrowIfOver();
                    text.Clear();
                    if (reader.IsEmptyElement) _strings.Add("");
                    break;
                case XmlNodeType.Element: inText = reader.LocalName == "t" && !reader.IsEmptyElement; break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when inText: text.Append(reader.Value); break;
                case XmlNodeType.EndElement when reader.LocalName == "si": _strings.Add(text.ToString()); break;
                case XmlNodeType.EndElement: inText = false; break;
            }
        }

        _used = new bool[_strings.Count];
    }

    /// <summary>The string at an index as a cell writes it; the string counts as used from now on.</summary>
    public string Use(string index)
    {
        if (!int.TryParse(index, out var at) || at < 0 || at >= _strings.Count) return "";
        _used[at] = true;
        return _strings[at];
    }

    /// <summary>The strings no cell has asked for.</summary>
    public string Unused() => string.Join('\n', _strings.Where((s, i) => !_used[i] && s.Length > 0));
}

/// <summary>Which cell formats make a value invisible: white on white, tiny, or a number format that shows nothing.</summary>
internal sealed class CellLooks
{
    private readonly List<bool> _hiddenFonts = [];
    private readonly List<bool> _colouredFills = [];
    private readonly HashSet<string> _emptyFormats = [];
    private readonly List<bool> _invisible = [];

    public bool IsInvisible(string? style) => int.TryParse(style, out var at) && at >= 0 && at < _invisible.Count && _invisible[at];

    public void Read(Stream content)
    {
        using var reader = XmlText.Open(content);
        var section = "";
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == section) section = "";
            if (reader.NodeType != XmlNodeType.Element) continue;
            var name = reader.LocalName;
            if (name is "fonts" or "fills" or "cellXfs" or "dxfs" && !reader.IsEmptyElement) section = name;
            else if (name == "numFmt" && reader.GetAttribute("formatCode") is { } code && code.Trim(' ', '"').Trim(';').Length == 0 && code.Contains(";;", StringComparison.Ordinal)) _emptyFormats.Add(reader.GetAttribute("numFmtId") ?? "");
            else if (section == "fonts") Font(reader, name);
            else if (section == "fills") Fill(reader, name);
            else if (section == "cellXfs" && name == "xf") Format(reader);
        }
    }

    private void Font(XmlReader reader, string name)
    {
        if (name == "font") _hiddenFonts.Add(false);
        else if (_hiddenFonts.Count == 0) return;
        else if (name == "color" && (reader.GetAttribute("rgb") is "FFFFFFFF" or "00FFFFFF" || (reader.GetAttribute("theme") == "0" && reader.GetAttribute("tint") is null))) _hiddenFonts[^1] = true;
        else if (name == "sz" && decimal.TryParse(reader.GetAttribute("val"), System.Globalization.CultureInfo.InvariantCulture, out var size) && size <= 2) _hiddenFonts[^1] = true;
    }

    private void Fill(XmlReader reader, string name)
    {
        if (name == "fill") _colouredFills.Add(false);
        else if (_colouredFills.Count > 0 && name == "fgColor" && reader.GetAttribute("rgb") is not ("FFFFFFFF" or "00FFFFFF") && reader.GetAttribute("theme") != "0") _colouredFills[^1] = true;
        else if (_colouredFills.Count > 0 && name == "gradientFill") _colouredFills[^1] = true;
    }

    private void Format(XmlReader reader)
    {
        var font = int.TryParse(reader.GetAttribute("fontId"), out var f) && f >= 0 && f < _hiddenFonts.Count && _hiddenFonts[f];
        var fill = int.TryParse(reader.GetAttribute("fillId"), out var i) && i >= 0 && i < _colouredFills.Count && _colouredFills[i];
        _invisible.Add((font && !fill) || _emptyFormats.Contains(reader.GetAttribute("numFmtId") ?? "-"));
    }
}
