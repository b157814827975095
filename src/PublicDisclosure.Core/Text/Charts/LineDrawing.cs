using System.Text;

namespace PublicDisclosure.Core.Text.Charts;

/// <summary>Lines told apart by colour, dash, the shape of their points and a letter at their end.</summary>
internal static class LineDrawing
{
    private const double Left = 62;
    private const double Right = Svg.Width - 34;
    private const double Top = 20;
    private const double Height = 230;
    private const double Small = 13;
    private static readonly string[] Dashes = ["", "8 4", "2 4", "12 4 2 4", "5 3", "1 3"];

    public static double Draw(Svg svg, Chart chart)
    {
        var scale = ChartScale.Of(chart);
        double Y(decimal value) => Top + (Height * (1 - scale.Place(value)));
        double X(int category) => Left + 14 + ((Right - Left - 28) * category / Math.Max(1, chart.Categories.Count - 1));
        foreach (var tick in scale.Ticks())
        {
            svg.Line(Left, Y(tick), Right, Y(tick), tick == 0 ? SvgPatterns.Ink : "#d9dee6");
            svg.Words(Left - 6, Y(tick) + 5, ChartScale.Word(tick), "end", Small);
        }

        for (var s = 0; s < chart.Series.Count; s++) Series(svg, chart, s, X, Y);
        return Legend(svg, chart, Names(svg, chart, X));
    }

    private static void Series(Svg svg, Chart chart, int s, Func<int, double> x, Func<decimal, double> y)
    {
        var path = new StringBuilder();
        var values = chart.Series[s].Values;
        var isDown = false;
        for (var c = 0; c < values.Count; c++)
        {
            // A missing value breaks the line: nothing is drawn that was not counted.
            if (values[c] is not { } value) { isDown = false; continue; }
            path.Append(isDown ? 'L' : 'M').Append(Svg.N(x(c))).Append(' ').Append(Svg.N(y(value)));
            isDown = true;
        }

        svg.Stroke(path.ToString(), SvgPatterns.Colour(s), 2.5, Dashes[s]);
        for (var c = 0; c < values.Count; c++)
        {
            if (values[c] is not { } value) continue;
            svg.Solid(Point(x(c), y(value), s), SvgPatterns.Colour(s));
            if (chart.Series.Count == 1 && (values.Count <= 8 || c == 0 || c == values.Count - 1))
                svg.Words(x(c), y(value) - 9, ChartScale.Word(value), "middle", Small, onWhite: true);
        }

        if (chart.Series.Count > 1 && Enumerable.Range(0, values.Count).LastOrDefault(c => values[c] is not null, -1) is >= 0 and var last)
            svg.Words(x(last) + 8, y(values[last]!.Value) + 5, Svg.Letter(s), bold: true);
    }

    /// <summary>Names of the categories, as many as there is room for; the table below has them all.</summary>
    private static double Names(Svg svg, Chart chart, Func<int, double> x)
    {
        var widest = chart.Categories.Max(c => Svg.Measure(c, Small));
        var slot = (Right - Left) / chart.Categories.Count;
        var every = Math.Max(1, (int)Math.Ceiling(Math.Min(widest + 8, 90) / slot));
        var lines = 1;
        for (var c = 0; c < chart.Categories.Count; c += every)
        {
            var name = Svg.Wrap(chart.Categories[c], Math.Max(slot * every, 40), Small);
            lines = Math.Max(lines, name.Count);
            for (var i = 0; i < name.Count; i++) svg.Words(x(c), Top + Height + 20 + (17 * i), name[i], "middle", Small);
        }

        return Top + Height + 24 + (17 * lines);
    }

    private static double Legend(Svg svg, Chart chart, double y) => chart.Series.Count == 1 ? y
        : svg.Legend(y, [.. chart.Series.Select(s => s.Name)], (x, at, s) =>
        {
            svg.Line(x, at + 7, x + 26, at + 7, SvgPatterns.Colour(s), 2.5, Dashes[s]);
            svg.Solid(Point(x + 13, at + 7, s), SvgPatterns.Colour(s));
        });

    private static string Point(double x, double y, int series)
    {
        string P(double dx, double dy) => $"{Svg.N(x + dx)} {Svg.N(y + dy)}";
        return (series % 6) switch
        {
            0 => $"M{P(-5, 0)}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z",
            1 => $"M{P(-5, -5)}h10v10h-10Z",
            2 => $"M{P(0, -6)}L{P(6, 5)}L{P(-6, 5)}Z",
            3 => $"M{P(0, -7)}L{P(7, 0)}L{P(0, 7)}L{P(-7, 0)}Z",
            4 => $"M{P(0, 6)}L{P(6, -5)}L{P(-6, -5)}Z",
            _ => $"M{P(-6, -2)}h12v4h-12Z",
        };
    }
}
