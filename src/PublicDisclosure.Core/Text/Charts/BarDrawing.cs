namespace PublicDisclosure.Core.Text.Charts;

/// <summary>Columns where few categories with short names stand side by side; otherwise bars below each other, whose names are never cut.</summary>
internal static class BarDrawing
{
    private const double PlotHeight = 220;
    private const double Small = 13;
    private const int MostColumns = 8;

    public static double Draw(Svg svg, Chart chart)
    {
        var slot = (Svg.Width - 70) / chart.Categories.Count;
        var fits = chart.Categories.Count * chart.Series.Count <= MostColumns
            && chart.Categories.All(c => Svg.Wrap(c, slot - 6, Small).Count <= 3)
            && chart.Series.All(s => s.Values.OfType<decimal>().All(v => Svg.Measure(ChartScale.Word(v), Small) <= slot / chart.Series.Count));
        return fits ? Columns(svg, chart, slot) : Bars(svg, chart);
    }

    private static double Columns(Svg svg, Chart chart, double slot)
    {
        const double left = 62, top = 24;
        var scale = ChartScale.Of(chart);
        double Y(decimal value) => top + (PlotHeight * (1 - scale.Place(value)));
        foreach (var tick in scale.Ticks())
        {
            svg.Line(left, Y(tick), Svg.Width - 4, Y(tick), tick == 0 ? SvgPatterns.Ink : "#d9dee6", tick == 0 ? 1.5 : 1);
            svg.Words(left - 6, Y(tick) + 5, ChartScale.Word(tick), "end", Small);
        }

        var width = Math.Min(46, (slot - 10) / chart.Series.Count);
        for (var c = 0; c < chart.Categories.Count; c++)
        {
            var middle = left + (slot * (c + 0.5));
            for (var s = 0; s < chart.Series.Count; s++)
            {
                if (chart.Series[s].Values[c] is not { } value) continue;
                var x = middle + ((s - (chart.Series.Count / 2.0)) * width);
                svg.Rectangle(x + 1, Math.Min(Y(value), Y(0)), width - 2, Math.Abs(Y(value) - Y(0)), s);
                svg.Words(x + (width / 2), value < 0 ? Y(value) + Small + 3 : Y(value) - 7, ChartScale.Word(value), "middle", Small, onWhite: true);
                if (chart.Series.Count > 1) svg.Words(x + (width / 2), top + PlotHeight + 15, Svg.Letter(s), "middle", Small, bold: true);
            }

            var name = Svg.Wrap(chart.Categories[c], slot - 6, Small);
            for (var line = 0; line < name.Count; line++) svg.Words(middle, top + PlotHeight + (chart.Series.Count > 1 ? 34 : 18) + (line * 17), name[line], "middle", Small);
        }

        var lines = chart.Categories.Max(c => Svg.Wrap(c, slot - 6, Small).Count);
        return Named(svg, chart, top + PlotHeight + (chart.Series.Count > 1 ? 26 : 10) + (lines * 17) + 8);
    }

    private static double Bars(Svg svg, Chart chart)
    {
        var scale = ChartScale.Of(chart);
        const double room = 100;
        const double left = 24;
        var plot = Svg.Width - left - room;
        double X(decimal value) => left + (plot * scale.Place(value));
        var y = 8.0;
        for (var c = 0; c < chart.Categories.Count; c++)
        {
            foreach (var line in Svg.Wrap(chart.Categories[c], Svg.Width - 8, Svg.Type))
            {
                svg.Words(4, y + 15, line);
                y += 20;
            }

            for (var s = 0; s < chart.Series.Count; s++)
            {
                if (chart.Series.Count > 1) svg.Words(4, y + 15, Svg.Letter(s), bold: true, size: Small);
                if (chart.Series[s].Values[c] is { } value)
                {
                    svg.Rectangle(Math.Min(X(value), X(0)), y + 2, Math.Abs(X(value) - X(0)), 16, s);
                    svg.Words(Math.Max(X(value), X(0)) + 6, y + 15, ChartScale.Word(value), size: Small);
                }
                else
                {
                    svg.Words(X(0) + 6, y + 15, "无", size: Small);
                }

                y += 21;
            }

            y += 8;
        }

        svg.Line(X(0), 4, X(0), y, SvgPatterns.Ink, 1.5);
        return Named(svg, chart, y + 8);
    }

    private static double Named(Svg svg, Chart chart, double y) => chart.Series.Count == 1 ? y
        : svg.Legend(y, [.. chart.Series.Select(s => s.Name)], (x, at, series) => svg.Rectangle(x, at, 24, 14, series));
}
