namespace PublicDisclosure.Benchmarks;

/// <summary>The value below which a share of all values lies.</summary>
internal static class Quantile
{
    /// <summary>Of values in any order, at least one.</summary>
    /// <param name="values">The values.</param>
    /// <param name="share">From 0 to 1: 0.5 gives the median.</param>
    public static double Of(IReadOnlyCollection<double> values, double share) => values.Order().ElementAt(Math.Min(values.Count - 1, (int)(values.Count * share)));
}
