using System.Globalization;
using PublicDisclosure.Core.Coverage;

namespace PublicDisclosure.Web.Pages.Coverage;

/// <summary>The trend by quarter as a chart.</summary>
/// <param name="Points">The oldest first.</param>
/// <param name="Name">Of whom.</param>
public sealed record TrendView(IReadOnlyList<TrendPoint> Points, string Name)
{
    /// <summary>Measures of the drawing, in its own units.</summary>
    public const int Top = 24, Bottom = 170, Left = 44, Step = 84;

    /// <summary>Width of the drawing.</summary>
    public int Width => Left + (Math.Max(4, Points.Count) * Step) + 12;

    /// <summary>Middle of a quarter.</summary>
    public static int X(int index) => Left + (index * Step) + (Step / 2);

    /// <summary>Height at which a share lies; the axis where there is none.</summary>
    public static int Y(CoverageShare share) => Bottom - ((Bottom - Top) * (share.BasisPoints ?? 0) / 10_000);

    /// <summary>Lines of the scale: height and text.</summary>
    public static IEnumerable<(int Y, string Text)> Scale() =>
        new[] { 0, 25, 50, 75, 100 }.Select(percent => (Bottom - ((Bottom - Top) * percent / 100), percent.ToString(CultureInfo.InvariantCulture) + "%"));

    /// <summary>The quarter as it fits under a bar: 2026年3季度.</summary>
    public static string Label(TrendPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.Quarter.From.Year}年{(point.Quarter.From.Month + 2) / 3}季度");
}
