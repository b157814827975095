namespace PublicDisclosure.Core.Text.Charts;

/// <summary>The table that stands with every chart: the same facts for those who cannot see the drawing, and for copying.</summary>
public static class ChartTable
{
    /// <summary>Heading and rows.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(Chart chart)
    {
        if (chart.Flow is { } flow) return FlowRows(flow);
        var isPie = chart.Kind == ChartKind.Pie;
        var rows = new List<IReadOnlyList<string>> { new List<string>([chart.Heading, .. chart.Series.Select(s => s.Name), .. isPie ? ["占比"] : Array.Empty<string>()]) };
        var total = isPie ? chart.Series[0].Values.Sum(v => v ?? 0) : 0;
        for (var c = 0; c < chart.Categories.Count; c++)
        {
            var share = isPie ? [PieDrawing.Share(chart.Series[0].Values[c] ?? 0, total)] : Array.Empty<string>();
            rows.Add([chart.Categories[c], .. chart.Series.Select(s => s.Texts[c].Length > 0 ? s.Texts[c] : "—"), .. share]);
        }

        return rows;
    }

    /// <summary>The table as Markdown, for outputs that cannot draw.</summary>
    public static string Markdown(Chart chart)
    {
        var rows = Rows(chart).Select(row => "| " + string.Join(" | ", row.Select(Escaped)) + " |").ToList();
        rows.Insert(1, "|" + string.Concat(Rows(chart)[0].Select(_ => " --- |")));
        return string.Join('\n', rows);
    }

    /// <summary>What a reader hears in place of the drawing; the numbers follow in the table.</summary>
    public static string Description(Chart chart)
    {
        if (chart.Flow is { } flow) return $"流程图，共{flow.Steps.Count}个步骤，从“{flow.Steps[0].Name}”开始。各步骤见下表。";
        var kind = ChartKinds.Word(chart.Kind);
        var first = chart.Series[0];
        var most = Enumerable.Range(0, chart.Categories.Count).Where(i => first.Values[i] is not null).MaxBy(i => first.Values[i]);
        var least = Enumerable.Range(0, chart.Categories.Count).Where(i => first.Values[i] is not null).MinBy(i => first.Values[i]);
        var names = chart.Series.Count > 1 ? $"，{chart.Series.Count}组数据（{string.Join('、', chart.Series.Select(s => s.Name))}）" : "";
        return $"{kind}，{chart.Categories.Count}项{names}。{first.Name}最高的是{chart.Categories[most]}（{first.Texts[most]}{chart.Unit}），最低的是{chart.Categories[least]}（{first.Texts[least]}{chart.Unit}）。具体数字见下表。";
    }

    private static List<IReadOnlyList<string>> FlowRows(ChartFlow flow)
    {
        var rows = new List<IReadOnlyList<string>> { new List<string>(["序号", "步骤", "下一步"]) };
        for (var i = 0; i < flow.Steps.Count; i++)
        {
            var next = flow.Arrows.Where(a => a.From == i).Select(a => a.Label.Length > 0 ? $"{a.Label}：转到{flow.Steps[a.To].Key}" : $"转到{flow.Steps[a.To].Key}").ToList();
            rows.Add([flow.Steps[i].Key, flow.Steps[i].Name, next.Count == 0 ? "结束" : string.Join("；", next)]);
        }

        return rows;
    }

    private static string Escaped(string cell)
    {
        var text = new System.Text.StringBuilder();
        foreach (var c in cell)
        {
            if (c is '\\' or '|' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '!' or '&' or '^' or '~') text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }
}
