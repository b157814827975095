using System.Collections.Concurrent;
using System.Globalization;

namespace PublicDisclosure.Benchmarks.Load;

/// <summary>
/// Verb <c>crowd</c>: editors who write and readers who read at the same time, with the pauses that people make, against the built site
/// as a process of its own. What they wait for, what fails, and whether the database was ever locked.
/// </summary>
internal static class CrowdFigures
{
    private const double Target = 300;

    public static async Task<int> RunAsync(string folder, int minutes, int editors, int readers, string connection)
    {
        var addresses = LoadFigures.Addresses(folder);
        if (addresses.Count == 0 && connection.Length == 0)
        {
            Console.WriteLine($"{folder} holds no published pages; make some with 'generate'.");
            return 1;
        }

        // Development, because editors sign in without TLS here; the pages and the work are the same.
        List<(string, string)> settings =
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("Demo__Content", "false"), ("SignIn__AttemptsPerMinute", "100000"),
        ];
        if (connection.Length > 0) settings.AddRange([("Database__Provider", "SqlServer"), ("ConnectionStrings__Disclosure", connection)]);
        // A folder brings along the log of whatever filled it.
        var before = Locked(folder);
        await using var site = await ChildProgram.SiteAsync(folder, [.. settings]);
        var waits = new ConcurrentBag<Wait>();
        using var time = new CancellationTokenSource();
        List<CrowdPerson> people = [.. Enumerable.Range(0, editors).Select(i => (CrowdPerson)new CrowdEditor(site.Port, i, waits)), .. Enumerable.Range(0, readers).Select(i => new CrowdReader(site.Port, i, waits, addresses))];
        var living = people.ConvertAll(person => person.LiveAsync(time.Token));
        time.CancelAfter(TimeSpan.FromMinutes(minutes));
        await Task.WhenAll(living);
        var locked = Locked(folder) - before;
        people.ForEach(person => person.Dispose());

        Console.WriteLine($"{editors} editors (5 to 10 s between steps), {readers} readers (2 to 5 s), {minutes} min, {(connection.Length > 0 ? "SQL Server" : "SQLite")}, {site.Megabytes:N0} MB at the end");
        Console.WriteLine();
        Console.WriteLine("| Who | Requests | Median ms | p95 ms | p99 ms | Longest ms | Status 5xx | Other failures |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var group in waits.GroupBy(w => w.Who).OrderBy(g => g.Key, StringComparer.Ordinal).Append(waits.ToList().GroupBy(_ => "all").First()))
        {
            var sorted = group.Select(w => w.Milliseconds).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {group.Key} | {sorted.Count:N0} | {Quantile.Of(sorted, 0.5):N1} | {Quantile.Of(sorted, 0.95):N1} | {Quantile.Of(sorted, 0.99):N1} | {sorted[^1]:N0} | {group.Count(w => w.Status >= 500)} | {group.Count(w => w.Status is 0 or >= 400 and < 500)} |"));
        }

        Console.WriteLine();
        Console.WriteLine($"Lines of the log about a locked database: {locked}");
        foreach (var failure in waits.Where(w => w.Status is 0 or >= 400).GroupBy(w => (w.What, w.Status)).OrderByDescending(g => g.Count()).Take(10)) Console.WriteLine($"  {failure.Key.Status} {failure.Key.What}: {failure.Count()}");
        return waits.All(w => w.Status is > 0 and < 400) && locked == 0 && Quantile.Of([.. waits.Select(w => w.Milliseconds).Order()], 0.95) < Target ? 0 : 2;
    }


    private static int Locked(string folder)
    {
        var lines = 0;
        if (!Directory.Exists(Path.Combine(folder, "logs"))) return lines;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "logs")))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            while (reader.ReadLine() is { } line)
                if (line.Contains("database is locked", StringComparison.OrdinalIgnoreCase)) lines++;
        }

        return lines;
    }
}

/// <summary>How long somebody waited for an answer; status 0 is no answer.</summary>
internal sealed record Wait(string Who, string What, double Milliseconds, int Status);
