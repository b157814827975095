namespace PublicDisclosure.Core.Shared;

/// <summary>Lists short enough to be read by the number of a page; long ones go by position (<see cref="Pages"/>).</summary>
public static class NumberedPages
{
    /// <summary>How many pages so many rows take: at least one.</summary>
    public static int Count(int total, int size) => Math.Max(1, (total + size - 1) / size);

    /// <summary>The page itself, or the nearest one there is.</summary>
    public static int Nearest(int page, int total, int size) => Math.Clamp(page, 1, Count(total, size));
}
