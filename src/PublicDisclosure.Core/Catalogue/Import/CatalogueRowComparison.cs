namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>How a row of a file stands to the catalogue as it is.</summary>
public enum RowStanding
{
    Added,
    Changed,
    Unchanged,
}

/// <summary>A row of a file beside the row that it replaces.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Existing">The row it matches, or null when it is new.</param>
/// <param name="Standing">Added, changed or unchanged.</param>
/// <param name="ChangedCells">The cells that differ, with the new text.</param>
public sealed record ComparedRow(CatalogueRow Row, CatalogueRow? Existing, RowStanding Standing, IReadOnlyList<CellChange> ChangedCells);

/// <summary>One cell before and after.</summary>
public sealed record CellChange(string Heading, string Before, string After);

/// <summary>
/// Compares the rows of a file with existing rows: by item code where both have one, else by domain and levels. Two rows
/// under one name (政府预算 of the government and of a department) are paired in their order.
/// </summary>
public static class CatalogueRowComparison
{
    /// <summary>Every row of the file in its order, each with what it changes.</summary>
    /// <param name="rows">Rows of the file.</param>
    /// <param name="existing">Rows of the edition.</param>
    public static IReadOnlyList<ComparedRow> Compare(IReadOnlyList<CatalogueRow> rows, IReadOnlyList<CatalogueRow> existing)
    {
        var byCode = existing.Where(r => r.ItemCode.Length > 0).GroupBy(r => r.ItemCode).ToDictionary(g => g.Key, g => new Queue<CatalogueRow>(g));
        var byName = existing.GroupBy(KeyOf).ToDictionary(g => g.Key, g => new Queue<CatalogueRow>(g));
        var taken = new HashSet<CatalogueRow>(ReferenceEqualityComparer.Instance);
        var results = new ComparedRow?[rows.Count];
        // Rows that say exactly the same are paired first, so that a new row between two of one name changes neither.
        var same = existing.ToLookup(Fingerprint);
        for (var i = 0; i < rows.Count; i++)
        {
            var twin = same[Fingerprint(rows[i])].FirstOrDefault(r => !taken.Contains(r));
            if (twin is null) continue;
            taken.Add(twin);
            results[i] = new ComparedRow(rows[i], twin, RowStanding.Unchanged, []);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (results[i] is not null) continue;
            var match = (rows[i].ItemCode.Length > 0 ? Next(byCode, rows[i].ItemCode, taken) : null) ?? Next(byName, KeyOf(rows[i]), taken);
            results[i] = match is null ? new ComparedRow(rows[i], null, RowStanding.Added, []) : Changed(rows[i], match);
        }

        return results!;
    }

    /// <summary>Rows of the edition that the file does not mention.</summary>
    public static IReadOnlyList<CatalogueRow> NotMentioned(IReadOnlyList<ComparedRow> compared, IReadOnlyList<CatalogueRow> existing)
    {
        var matched = compared.Select(c => c.Existing).OfType<CatalogueRow>().ToHashSet<CatalogueRow>(ReferenceEqualityComparer.Instance);
        return [.. existing.Where(r => !matched.Contains(r))];
    }

    private static (string, string, string, string) KeyOf(CatalogueRow row) => (row.Domain, row.Level1, row.Level2, row.Level3);

    /// <summary>The code finds the row and is no change; aspects that a file does not carry are none either.</summary>
    private static bool Counts(ExtraCell cell, CatalogueRow row) => cell.Heading switch
    {
        "五公开" => row.Aspects != DisclosureAspects.None,
        "备注" or "事项编码" => false,
        _ => true,
    };

    private static string Fingerprint(CatalogueRow row) => string.Join('\u001f', CatalogueCells.Of(row).Where(c => c.Heading is not ("备注" or "事项编码")).Select(c => c.Heading + '\u001e' + c.Text));

    private static CatalogueRow? Next<TKey>(Dictionary<TKey, Queue<CatalogueRow>> index, TKey key, HashSet<CatalogueRow> taken)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var queue)) return null;
        while (queue.TryDequeue(out var row))
        {
            if (taken.Add(row)) return row;
        }

        return null;
    }

    private static ComparedRow Changed(CatalogueRow row, CatalogueRow existing)
    {
        var before = CatalogueCells.Of(existing).ToDictionary(c => c.Heading, c => c.Text);
        var after = CatalogueCells.Of(row).Where(c => Counts(c, row)).ToDictionary(c => c.Heading, c => c.Text);
        var changes = after.Where(c => before.GetValueOrDefault(c.Key, "") != c.Value)
            .Select(c => new CellChange(c.Key, before.GetValueOrDefault(c.Key, ""), c.Value)).ToList();
        return new ComparedRow(row, existing, changes.Count == 0 ? RowStanding.Unchanged : RowStanding.Changed, changes);
    }
}
