using System.Diagnostics;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Verb <c>measure</c>: every scenario in turn, again and again, so that a disturbance of the machine falls on all alike. No
/// output cache stands in the pipeline; the database file is in the file cache of the system.
/// </summary>
internal static class Measure
{
    private const int WarmUp = 20;
    private const int Publications = 40;

    public static async Task<int> RunAsync(string folder, int requests, string only)
    {
        if (!File.Exists(Path.Combine(folder, "disclosure.db")))
        {
            Console.WriteLine($"{folder} holds no site; make one with 'generate'.");
            return 1;
        }

        await using var site = new BenchmarkSite(folder, "Staging");
        using var client = site.Visitor();
        var scenarios = (await Scenarios.ReadAsync(site)).Where(s => s.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        var times = scenarios.ToDictionary(s => s.Name, _ => new List<double>());
        for (var round = -WarmUp; round < requests; round++)
        {
            foreach (var scenario in scenarios)
            {
                // What is slow is asked less often, or a run would take an hour.
                if (round > 0 && round % scenario.Every != 0) continue;
                var took = await AskAsync(site, client, scenario.Address(round + WarmUp));
                if (round >= 0) times[scenario.Name].Add(took);
            }
        }

        var table = new Table();
        foreach (var scenario in scenarios) table.Add(scenario.Name, Target(scenario, times), times[scenario.Name]);
        if ("publish".Contains(only, StringComparison.OrdinalIgnoreCase)) table.Add("publish, through the workflow", 50, (await Publishing.RunAsync(site, Publications + 5)).Skip(5));
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {site.Count:N0} public disclosures, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:N0} MB");
        return table.Print();
    }

    // The last page may cost twice the first of the same list, and never more than the first may.
    private static double? Target(Scenario scenario, Dictionary<string, List<double>> times) =>
        scenario.TwiceOf is { } first && times.TryGetValue(first, out var of) && of.Count > 0
            ? Math.Min(scenario.Target ?? double.MaxValue, 2 * of.Order().ElementAt(of.Count / 2))
            : scenario.Target;

    /// <summary>Milliseconds that the server takes for an answer, which must be a good one.</summary>
    public static async Task<double> AskAsync(BenchmarkSite site, HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        var took = await site.Time.NextAsync();
        return answer.IsSuccessStatusCode ? took : throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
    }
}

/// <summary>Addresses of one kind, asked in turn.</summary>
internal sealed record Scenario(string Name, double? Target, IReadOnlyList<string> Addresses, int Every = 1, string? TwiceOf = null)
{
    public string Address(int round) => Addresses[round % Addresses.Count];
}
