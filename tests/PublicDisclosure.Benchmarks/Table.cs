using System.Globalization;

namespace PublicDisclosure.Benchmarks;

/// <summary>What is printed: target, median, 95th percentile, verdict.</summary>
internal sealed class Table
{
    private readonly List<Row> _rows = [];

    /// <summary>Adds a line; without a target there is no verdict.</summary>
    public void Add(string name, double? target, IEnumerable<double> milliseconds, string note = "")
    {
        var sorted = milliseconds.Order().ToList();
        if (sorted.Count > 0) _rows.Add(new Row(name, target, Quantile.Of(sorted, 0.5), Quantile.Of(sorted, 0.95), sorted.Count, note));
    }

    /// <summary>Prints it as a Markdown table; 0 when every target is met, else 2.</summary>
    public int Print()
    {
        Console.WriteLine();
        Console.WriteLine("| What | n | Target ms | Median ms | p95 ms | Verdict |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | --- |");
        foreach (var row in _rows)
        {
            var target = row.Target is { } t ? t.ToString("0.#", CultureInfo.InvariantCulture) : "";
            Console.WriteLine($"| {row.Name} | {row.Count} | {target} | {row.Median:N1} | {row.High:N1} | {row.Verdict}{(row.Note.Length > 0 ? " " + row.Note : "")} |");
        }

        return _rows.TrueForAll(r => r.Verdict != "MISSED") ? 0 : 2;
    }


    private sealed record Row(string Name, double? Target, double Median, double High, int Count, string Note)
    {
        public string Verdict => Target is null ? "" : Median <= Target ? "met" : "MISSED";
    }
}
