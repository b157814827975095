using System.Globalization;

namespace PublicDisclosure.Core.Text.Charts;

/// <summary>Slices from the top, clockwise, each with its letter; the legend says name, amount and share.</summary>
internal static class PieDrawing
{
    private const double Radius = 120;
    private const double CentreX = Svg.Width / 2;
    private const double CentreY = 150;

    public static double Draw(Svg svg, Chart chart)
    {
        var values = chart.Series[0].Values.Select(v => v ?? 0).ToList();
        var total = values.Sum();
        var from = 0.0;
        for (var i = 0; i < values.Count; i++)
        {
            var share = (double)(values[i] / total);
            Slice(svg, from, share, i);
            var (x, y) = At(from + (share / 2), Radius + 18);
            svg.Words(x, y + 5, Svg.Letter(i), "middle", bold: true);
            from += share;
        }

        return svg.Legend(
            CentreY + Radius + 40,
            [.. chart.Categories.Select((name, i) => $"{name}　{chart.Series[0].Texts[i]}（{Share(values[i], total)}）")],
            (x, y, i) => svg.Rectangle(x, y, 24, 14, i));
    }

    /// <summary>A share in percent with one decimal.</summary>
    public static string Share(decimal value, decimal total) => (100 * value / total).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static void Slice(Svg svg, double from, double share, int series)
    {
        if (share > 0.9999)
        {
            svg.Path($"M{Svg.N(CentreX - Radius)} {Svg.N(CentreY)}a{Radius} {Radius} 0 1 0 {2 * Radius} 0a{Radius} {Radius} 0 1 0 -{2 * Radius} 0Z", series);
            return;
        }

        var (x1, y1) = At(from, Radius);
        var (x2, y2) = At(from + share, Radius);
        svg.Path($"M{Svg.N(CentreX)} {Svg.N(CentreY)}L{Svg.N(x1)} {Svg.N(y1)}A{Radius} {Radius} 0 {(share > 0.5 ? 1 : 0)} 1 {Svg.N(x2)} {Svg.N(y2)}Z", series);
    }

    private static (double X, double Y) At(double turn, double radius) =>
        (CentreX + (radius * Math.Sin(2 * Math.PI * turn)), CentreY - (radius * Math.Cos(2 * Math.PI * turn)));
}
