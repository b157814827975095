using System.Globalization;

namespace PublicDisclosure.Core.Text.Charts;

/// <summary>Round steps of an axis that holds every value and zero: a bar that does not begin at zero lies.</summary>
internal readonly record struct ChartScale(decimal Lowest, decimal Highest, decimal Step)
{
    public static ChartScale Of(Chart chart)
    {
        var values = chart.Series.SelectMany(s => s.Values).OfType<decimal>().ToList();
        decimal low = Math.Min(0, values.Min()), high = Math.Max(0, values.Max());
        if (low == high) high = 1;
        var step = Round((high - low) / 4);
        return new ChartScale(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>The values the axis names.</summary>
    public IEnumerable<decimal> Ticks()
    {
        for (var value = Lowest; value <= Highest; value += Step) yield return value;
    }

    /// <summary>Where a value lies between the two ends, 0 to 1.</summary>
    public double Place(decimal value) => (double)((value - Lowest) / (Highest - Lowest));

    /// <summary>Large amounts are shortened to 万 and 亿.</summary>
    public static string Word(decimal value) => Math.Abs(value) switch
    {
        >= 100_000_000 => (value / 100_000_000).ToString("0.##", CultureInfo.InvariantCulture) + "亿",
        >= 100_000 => (value / 10_000).ToString("0.##", CultureInfo.InvariantCulture) + "万",
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };

    private static decimal Round(decimal step)
    {
        var unit = 1m;
        while (step / unit >= 10) unit *= 10;
        while (step / unit < 1) unit /= 10;
        return unit * (step / unit) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }
}
