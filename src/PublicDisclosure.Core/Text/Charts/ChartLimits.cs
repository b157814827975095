namespace PublicDisclosure.Core.Text.Charts;

/// <summary>Sizes beyond which a chart cannot be read any more and a table alone serves better.</summary>
public static class ChartLimits
{
    /// <summary>Rows of values.</summary>
    public const int Categories = 30;

    /// <summary>Columns of values: as many as there are patterns to tell them apart.</summary>
    public const int Series = 6;

    /// <summary>Slices of a pie.</summary>
    public const int Slices = 6;

    /// <summary>Steps of a flow.</summary>
    public const int Steps = 20;

    /// <summary>Ways of a flow.</summary>
    public const int Arrows = 40;

    /// <summary>Characters of a title, a name or a label.</summary>
    public const int Text = 60;

    /// <summary>Charts that one text may carry.</summary>
    public const int PerText = 40;

    /// <summary>Largest amount, either way: beyond it the drawing would lose digits.</summary>
    public const decimal Amount = 1_000_000_000_000_000m;
}
