namespace PublicDisclosure.Core.Privacy;

/// <summary>Goes through a table row by row and tells which cells are headings of sensitive columns.</summary>
internal sealed class TableHeadings
{
    // Headings of two or three levels stand in rows of their own.
    private const int HeadingRows = 3;

    private readonly Queue<IReadOnlyList<(int Column, string Text)>> _recent = new();

    /// <summary>The headings in the next row. All but numbers count in lists of persons only: 病种 | 报销比例 is a table of rules.</summary>
    public IReadOnlyList<(int Column, SensitiveColumnKind Kind)> Next(IReadOnlyList<(int Column, string Text)> cells)
    {
        _recent.Enqueue(cells);
        if (_recent.Count > HeadingRows) _recent.Dequeue();
        var found = new List<(int, SensitiveColumnKind)>();
        bool? ofPersons = null;
        foreach (var (column, text) in cells)
        {
            if (SensitiveColumns.KindOf(text) is not { } kind || kind is SensitiveColumnKind.Name or SensitiveColumnKind.Person or SensitiveColumnKind.Organisation) continue;
            if (kind != SensitiveColumnKind.Number && !(ofPersons ??= _recent.SelectMany(r => r).Any(c => SensitiveColumns.KindOf(c.Text) is SensitiveColumnKind.Name or SensitiveColumnKind.Person))) continue;
            found.Add((column, kind));
        }

        return found;
    }

    /// <summary>The table is over; the next row begins another one.</summary>
    public void End() => _recent.Clear();
}
