namespace PublicDisclosure.Core.Tables;

/// <summary>Finds the row of a table that names its columns, by known headings and by those of the settings.</summary>
internal static class HeadingRow
{
    // Titles, notes and units may stand above.
    private const int LinesAboveTheTable = 10;

    /// <summary>The first row that is one of headings, with the column of each field; null when there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="known">Headings by field; capitals do not matter.</param>
    /// <param name="own">Further headings by the field's name.</param>
    /// <param name="isHeadings">Whether these columns make a row of headings, and not one that holds such a word by accident.</param>
    public static (int Row, IReadOnlyDictionary<TField, int> Columns)? Find<TField>(
        RawTable table, IReadOnlyDictionary<TField, string[]> known, IReadOnlyDictionary<string, string[]> own, Func<IReadOnlyDictionary<TField, int>, bool> isHeadings)
        where TField : struct, Enum
    {
        for (var row = 0; row < Math.Min(table.Rows.Count, LinesAboveTheTable); row++)
        {
            var columns = new Dictionary<TField, int>();
            for (var column = 0; column < table.Rows[row].Cells.Count; column++)
                if (FieldOf(Bare(table.At(row, column).Text), known, own) is { } field) columns.TryAdd(field, column);
            if (isHeadings(columns)) return (row, columns);
        }

        return null;
    }

    private static TField? FieldOf<TField>(string heading, IReadOnlyDictionary<TField, string[]> known, IReadOnlyDictionary<string, string[]> own)
        where TField : struct, Enum
    {
        foreach (var (field, names) in known)
            if (names.Contains(heading, StringComparer.OrdinalIgnoreCase) || own.GetValueOrDefault(field.ToString())?.Contains(heading) == true) return field;
        return null;
    }

    private static string Bare(string text) => text.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Trim('*', '＊');
}
