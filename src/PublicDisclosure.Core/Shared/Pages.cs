namespace PublicDisclosure.Core.Shared;

/// <summary>Makes a <see cref="Page{T}"/> of rows that were read by position.</summary>
public static class Pages
{
    /// <summary>Cuts off the row that was read to know whether there are more, and names the positions around.</summary>
    /// <param name="rows">Rows in reading order, one more than the page holds where there are more.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="back">Read backwards, from a position to newer rows.</param>
    /// <param name="isLater">Read forwards from a position, so that there is a page before.</param>
    /// <param name="positionOf">Position of a row.</param>
    public static Page<T> Of<T>(List<T> rows, int size, bool back, bool isLater, Func<T, ListPosition> positionOf)
    {
        var more = rows.Count > size;
        if (more) rows.RemoveRange(size, rows.Count - size);
        if (back) rows.Reverse();
        string? At(bool shown, Index place) => shown && rows.Count > 0 ? positionOf(rows[place]).ToString() : null;
        return new Page<T>(rows, At(back || more, ^1), At(back ? more : isLater, 0));
    }
}
