using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Reads the .csv files that ship inside the product. Lines beginning with # are remarks.</summary>
public static class SeedTable
{
    /// <summary>The rows of an embedded file (<c>calendar/holidays.csv</c>), each as heading and text.</summary>
    /// <exception cref="InvalidOperationException">The build lacks the file.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using var reader = new StreamReader(SeedFiles.Open(file));
        var lines = reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'));
        var table = DelimitedReader.Read(string.Join('\n', lines), ',', file);
        var headings = table.Rows[0].Cells.Select(c => c.Text).ToList();
        return [.. table.Rows.Skip(1).Select(row => headings.Zip(row.Cells, (h, c) => (h, c.Text)).ToDictionary(x => x.h, x => x.Text))];
    }
}
