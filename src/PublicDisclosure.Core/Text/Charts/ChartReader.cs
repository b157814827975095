using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Text.Charts;

/// <summary>What was read of a chart block: the chart, or every reason why it cannot be drawn.</summary>
/// <param name="Chart">Null when there are faults.</param>
/// <param name="Faults"><c>Chart.*</c>; the first value is the line within the block, from 1, where one line is to blame.</param>
public sealed record ChartReading(Chart? Chart, IReadOnlyList<Refusal> Faults);

/// <summary>
/// Reads the lines of a chart block: <c>标题：</c>, <c>单位：</c>, then a table whose cells are parted by bars or by the tabs that
/// come with a paste from Excel. A flow has steps and arrows instead (<see cref="FlowReader"/>).
/// </summary>
public static partial class ChartReader
{
    /// <summary>Reads a block.</summary>
    /// <param name="word">The word behind <c>chart</c>.</param>
    /// <param name="lines">The lines between the fences.</param>
    /// <param name="title">The title where it is kept apart; lines beat it.</param>
    /// <param name="unit">The unit where it is kept apart.</param>
    public static ChartReading Read(string word, IReadOnlyList<string> lines, string title = "", string unit = "")
    {
        var faults = new List<Refusal>();
        if (ChartKinds.Of(word) is not { } kind) return new ChartReading(null, [new Refusal("Chart.KindUnknown", null, word.Trim())]);
        var rest = new List<(int Line, string Text)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].TrimEnd('\r').Trim(' ', ChineseText.IdeographicSpace);
            if (line.Length == 0) continue;
            if (Header(line, "标题") is { } t) title = t;
            else if (Header(line, "单位") is { } u) unit = u;
            else rest.Add((i + 1, line));
        }

        if (title.Length == 0) faults.Add(new Refusal("Chart.TitleMissing", null));
        if (title.Length > ChartLimits.Text) faults.Add(new Refusal("Chart.TextTooLong", null, 1, ChartLimits.Text));
        if (unit.Length > ChartLimits.Text) faults.Add(new Refusal("Chart.TextTooLong", null, 1, ChartLimits.Text));
        var chart = kind == ChartKind.Flow
            ? new Chart(kind, title, unit, "步骤", [], [], FlowReader.Read(rest, faults))
            : Table(kind, title, unit, rest, faults);
        return faults.Count > 0 ? new ChartReading(null, faults) : new ChartReading(chart, []);
    }

    private static string? Header(string line, string name) =>
        line.StartsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[name.Length] is '：' or ':'
            ? line[(name.Length + 1)..].Trim() : null;

    private static Chart Table(ChartKind kind, string title, string unit, List<(int Line, string Text)> lines, List<Refusal> faults)
    {
        var rows = lines.Select(l => (l.Line, Cells: Cells(l.Text))).Where(r => !r.Cells.All(IsRule)).ToList();
        if (rows.Count < 2)
        {
            faults.Add(new Refusal("Chart.TableMissing", null));
            return new Chart(kind, title, unit, "", [], []);
        }

        var head = rows[0].Cells;
        if (head.Count < 2) faults.Add(new Refusal("Chart.ColumnsMissing", null, rows[0].Line));
        if (kind == ChartKind.Pie && head.Count > 2) faults.Add(new Refusal("Chart.PieHasOneColumn", null, rows[0].Line));
        if (head.Count - 1 > ChartLimits.Series) faults.Add(new Refusal("Chart.TooManyColumns", null, rows[0].Line, ChartLimits.Series));
        var most = kind == ChartKind.Pie ? ChartLimits.Slices : ChartLimits.Categories;
        if (rows.Count - 1 > most) faults.Add(new Refusal("Chart.TooManyRows", null, rows[most + 1].Line, most));
        if (kind == ChartKind.Line && rows.Count < 3) faults.Add(new Refusal("Chart.LineNeedsTwoRows", null, rows[^1].Line));
        foreach (var row in rows.Where(r => r.Cells.Count != head.Count).Take(5)) faults.Add(new Refusal("Chart.CellsDiffer", null, row.Line, head.Count, row.Cells.Count));
        foreach (var row in rows.Where(r => r.Cells.Any(c => c.Length > ChartLimits.Text)).Take(5)) faults.Add(new Refusal("Chart.TextTooLong", null, row.Line, ChartLimits.Text));
        foreach (var row in rows.Where(r => r.Cells.Count > 0 && r.Cells[0].Length == 0).Skip(1).Take(5)) faults.Add(new Refusal("Chart.CategoryMissing", null, row.Line));
        if (faults.Count > 0) return new Chart(kind, title, unit, "", [], []);
        var body = rows[1..];
        var series = head.Skip(1).Select((name, column) => Series(name, body, column + 1, faults)).ToList();
        if (kind == ChartKind.Pie && faults.Count == 0) CheckPie(series[0], body, faults);
        return new Chart(kind, title, unit, head[0].Length > 0 ? head[0] : "类别", [.. body.Select(r => r.Cells[0])], series);
    }

    private static ChartSeries Series(string name, List<(int Line, List<string> Cells)> rows, int column, List<Refusal> faults)
    {
        var values = new List<decimal?>();
        foreach (var (line, cells) in rows)
        {
            var cell = cells[column];
            if (Amount(cell, out var value)) values.Add(value);
            else if (faults.Count < 10) faults.Add(new Refusal("Chart.NotANumber", null, line, column + 1, cell));
        }

        if (faults.Count == 0 && values.All(v => v is null)) faults.Add(new Refusal("Chart.ColumnEmpty", null, name));
        return new ChartSeries(name, values, [.. rows.Select(r => r.Cells[column])]);
    }

    private static void CheckPie(ChartSeries series, List<(int Line, List<string> Cells)> rows, List<Refusal> faults)
    {
        for (var i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is null or <= 0) faults.Add(new Refusal("Chart.PieNeedsPositive", null, rows[i].Line));
        }
    }

    private static List<string> Cells(string line)
    {
        // A row that begins with a bar ends with one, too; otherwise a bar at the end leaves an empty cell.
        if (line.StartsWith('|')) line = line.EndsWith('|') && line.Length > 1 ? line[1..^1] : line[1..];
        var cells = line.Contains('\t', StringComparison.Ordinal) ? line.Split('\t') : line.Split('|', '｜');
        return [.. cells.Select(c => c.Trim(' ', ChineseText.IdeographicSpace))];
    }

    private static bool IsRule(string cell) => cell.Length > 0 && cell.All(c => c is '-' or ':');

    /// <summary>A number as people write it: full-width digits, commas between thousands, a percent sign; a dash or nothing is no value.</summary>
    private static bool Amount(string cell, out decimal? value)
    {
        value = null;
        var text = ChineseText.ToHalfWidth(cell).Replace("，", ",", StringComparison.Ordinal).Trim();
        if (text is "" or "-" or "—" or "——" or "/" or "无") return true;
        if (!Number().IsMatch(text)) return false;
        var plain = text.Replace(",", "", StringComparison.Ordinal).TrimEnd('%');
        if (!decimal.TryParse(plain, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number)) return false;
        if (Math.Abs(number) > ChartLimits.Amount) return false;
        value = number;
        return true;
    }

    [GeneratedRegex(@"^[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,16})(?:\.\d{1,8})?%?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
