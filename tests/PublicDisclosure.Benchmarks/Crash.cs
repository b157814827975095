using System.Diagnostics;
using Microsoft.Data.Sqlite;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Verb <c>crash</c>: a process that publishes, corrects, withdraws and works on batches without pause is killed (SIGKILL) at a
/// random moment, again and again; after each kill database, files and numbering must be consistent.
/// </summary>
internal static class Crash
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<int> RunAsync(string folder, int times, int seed)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new ArgumentException($"{folder} is not empty.");
        Console.WriteLine($"{times} kills of a working site in {folder}, seed {seed}");
        await using (new BenchmarkSite(folder, "Development"))
        {
            // The first start seeds; what is killed later is work, not seeding.
        }

        var random = new Random(seed);
        var faults = 0;
        for (var i = 1; i <= times; i++)
        {
            var (done, moment) = await KillWorkerAsync(folder, random);
            var problems = await ProblemsAsync(folder);
            faults += problems.Count == 0 ? 0 : 1;
            Console.WriteLine($"{i,4}: killed after {moment.TotalMilliseconds,6:N0} ms and {done,4} acts: {(problems.Count == 0 ? "consistent" : string.Join("; ", problems.Take(5)))}");
        }

        Console.WriteLine(await CountsAsync(folder));
        Console.WriteLine($"{times - faults} of {times} consistent");
        return faults == 0 ? 0 : 1;
    }

    /// <summary>Starts a worker, lets it work for a random time once it has begun, and kills it. Tells how many acts it had finished.</summary>
    private static async Task<(int Done, TimeSpan Moment)> KillWorkerAsync(string folder, Random random)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Crash).Assembly.Location, "crash-worker", "--folder", folder]) { RedirectStandardOutput = true };
        using var worker = Process.Start(start)!;
        var done = 0;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        worker.OutputDataReceived += (_, line) =>
        {
            if (line.Data == CrashWorker.Ready) ready.TrySetResult();
            else if (line.Data is { Length: > 0 } act && act.StartsWith(CrashWorker.Act, StringComparison.Ordinal)) Interlocked.Increment(ref done);
            else if (line.Data is { Length: > 0 } other) Console.WriteLine("      " + other);
        };
        worker.BeginOutputReadLine();
        try
        {
            await ready.Task.WaitAsync(Patience);
            var moment = TimeSpan.FromMilliseconds(random.Next(1, 4000));
            await Task.Delay(moment);
            if (worker.HasExited) throw new InvalidOperationException($"The worker ended by itself with {worker.ExitCode}.");
            return (done, moment);
        }
        finally
        {
            // On Unix this is SIGKILL: nothing gets to tidy up.
            worker.Kill(entireProcessTree: true);
            await worker.WaitForExitAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(string folder)
    {
        var problems = new List<string>();
        problems.AddRange(await PragmaAsync(folder, "PRAGMA integrity_check", "ok"));
        problems.AddRange(await PragmaAsync(folder, "PRAGMA foreign_key_check", null));
        await using var site = new BenchmarkSite(folder, "Staging");
        problems.AddRange(await site.UseAsync<RecordCheck, IReadOnlyList<string>>(check => check.ProblemsAsync(CancellationToken.None)));
        problems.AddRange((await site.UseAsync<StoredFileCheck, IReadOnlyList<string>>(check => check.MissingAsync(CancellationToken.None))).Select(hash => "missing file " + hash));
        problems.AddRange(await CrashWorker.HalfBatchesAsync(site));
        return problems;
    }

    private static async Task<IReadOnlyList<string>> PragmaAsync(string folder, string pragma, string? expected)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "disclosure.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Two fixed words of this file.
        command.CommandText = pragma;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetValue(0).ToString() ?? "");
        return [.. lines.Where(line => line != expected).Select(line => $"{pragma}: {line}")];
    }

    private static async Task<string> CountsAsync(string folder)
    {
        await using var site = new BenchmarkSite(folder, "Staging");
        return await CrashWorker.CountsAsync(site);
    }
}
