using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PublicDisclosure.Benchmarks.Load;

/// <summary>
/// Verb <c>load</c>: requests per second of the whole site against those of a bare server in the same run, round by round in turn, so
/// that a disturbance of the machine falls on both. Kept pages stand against the same bytes out of memory, pages that are made against
/// a Razor Page with one query.
/// </summary>
internal static class LoadFigures
{
    private const int Connections = 32;
    private const double KeptTarget = 0.8, MadeTarget = 0.5;
    private static readonly (string Name, string Database, double? Target)[] BarePages =
        [("a bare page", "ordinary", MadeTarget), ("a bare page with contexts in a pool", "pooled", null), ("a bare page over our database access", "house", null)];

    // The runtime compiles again what was asked often; on a busy machine the time alone is not enough for it.
    private const int WarmAnswers = 15000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4), LongestWarmUp = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string folder, int rounds, int seconds, string only)
    {
        var addresses = Addresses(folder);
        if (addresses.Count == 0)
        {
            Console.WriteLine($"{folder} holds no published pages; make some with 'generate'.");
            return 1;
        }

        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {Connections} connections, {rounds} rounds of {seconds} s each after {WarmAnswers:N0} answers to warm up");
        Console.WriteLine();
        Console.WriteLine("| What | Bare, requests/s | Site, requests/s | Ratio, median | Lowest to highest | Processor ms an answer, bare and site | Target | Verdict |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        var time = TimeSpan.FromSeconds(seconds);
        var met = true;
        if (only is not "made")
        {
            await using var site = await ChildProgram.SiteAsync(folder);
            await site.QuietAsync();
            foreach (var (name, path) in new[] { ("home", "/"), ("list", "/disclosures"), ("disclosure page", "/disclosures/" + addresses[0]) })
                foreach (var encoding in new[] { "identity", "br" })
                {
                    await using var bare = await ChildProgram.BareAsync(folder, $"http://127.0.0.1:{site.Port}{path}", encoding);
                    var pair = new Pair(new Side(bare, new LoadClient(bare.Port, ["/bytes"], encoding)), new Side(site, new LoadClient(site.Port, [path], encoding)));
                    met &= await CompareAsync($"kept: {name}, {(encoding == "br" ? "brotli" : "plain")}", pair, rounds, time, KeptTarget);
                }
        }

        if (only is not "kept")
        {
            await using var site = await ChildProgram.SiteAsync(folder, ("PageCache__Enabled", "false"));
            await site.QuietAsync();
            // The others for information: they tell what of the bare page's time is the way to the database, which this product has made shorter.
            foreach (var (name, database, target) in BarePages)
            {
                await using var bare = await ChildProgram.BareAsync(folder, database: database);
                var pair = new Pair(
                    new Side(bare, new LoadClient(bare.Port, [.. addresses.Select(a => "/bare/" + a)], "identity")),
                    new Side(site, new LoadClient(site.Port, [.. addresses.Select(a => "/disclosures/" + a)], "identity")));
                met &= await CompareAsync($"made: disclosure pages against {name}", pair, rounds, time, target);
            }
        }

        return met ? 0 : 2;
    }

    private static async Task<bool> CompareAsync(string name, Pair pair, int rounds, TimeSpan time, double? target)
    {
        await pair.Bare.WarmAsync();
        await pair.Site.WarmAsync();
        var (bare, site) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < rounds; round++)
        {
            bare.Add(await pair.Bare.RunAsync(time));
            site.Add(await pair.Site.RunAsync(time));
        }

        var ratios = site.Zip(bare, (s, b) => s.Rate / b.Rate).Order().ToList();
        var ratio = ratios[ratios.Count / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {Median(bare.Select(r => r.Rate)):N0} | {Median(site.Select(r => r.Rate)):N0} | {ratio:N2} | {ratios[0]:N2} to {ratios[^1]:N2} | {Median(bare.Select(r => r.Busy)):N3} and {Median(site.Select(r => r.Busy)):N3} | {target?.ToString("N1", CultureInfo.InvariantCulture) ?? "none"} | {(target is null ? "" : ratio >= target ? "met" : "MISSED")} |"));
        return target is null || ratio >= target;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    /// <summary>Two hundred public pages, spread over the whole time of the data.</summary>
    public static List<string> Addresses(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "disclosure.db"))) return [];
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "disclosure.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Address FROM PublicListings ORDER BY FirstPublishedAt";
        using var rows = command.ExecuteReader();
        var all = new List<string>();
        while (rows.Read()) all.Add(rows.GetString(0));
        var some = Math.Min(200, all.Count);
        return [.. Enumerable.Range(0, some).Select(i => all[(int)((long)i * all.Count / some)])];
    }

    private sealed record Pair(Side Bare, Side Site);

    /// <summary>A server with the client that asks it.</summary>
    private sealed record Side(ChildProgram Server, LoadClient Client)
    {
        public async Task WarmAsync()
        {
            var start = Stopwatch.GetTimestamp();
            var answers = 0.0;
            while (answers < WarmAnswers && Stopwatch.GetElapsedTime(start) < LongestWarmUp) answers += (await RunAsync(WarmUp)).Rate * WarmUp.TotalSeconds;
        }

        public async Task<Round> RunAsync(TimeSpan time)
        {
            var (before, start) = (Server.Busy, Stopwatch.GetTimestamp());
            var rate = await Client.RunAsync(Connections, time);
            return new Round(rate, (Server.Busy - before).TotalSeconds / Stopwatch.GetElapsedTime(start).TotalSeconds / rate * 1000);
        }
    }

    /// <summary>Answers a second, and the processor time of the server that one takes: a disturbance of the machine changes it less.</summary>
    private sealed record Round(double Rate, double Busy);
}
