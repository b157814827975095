using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Verb <c>crash-worker</c>, started by <see cref="Crash"/>: publishes with files, corrects, closes, suspends and withdraws without
/// pause on several threads until somebody kills it. Every act goes through the workflow, as a request would.
/// </summary>
internal static class CrashWorker
{
    /// <summary>The line that says work has begun.</summary>
    public const string Ready = "ready";

    /// <summary>Begins the line of each finished act.</summary>
    public const string Act = "act ";

    private const int Threads = 3;

    public static async Task<int> RunAsync(string folder)
    {
        await using var site = new BenchmarkSite(folder, "Staging");
        var desk = await PublishingDesk.OpenAsync(site);
        // The first act compiles half the product; kills are to hit work, not the compiler.
        await desk.PublishNewAsync(new Random(Environment.ProcessId));
        Console.WriteLine(Ready);
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(i => Task.Run(() => WorkAsync(site, desk, new Random((Environment.ProcessId * 7) + i)))));
        return 0;
    }

    /// <summary>Rows of batches whose drafts are missing or doubled.</summary>
    public static async Task<IReadOnlyList<string>> HalfBatchesAsync(BenchmarkSite site) => await site.UseAsync<DisclosureDb, IReadOnlyList<string>>(async db =>
    {
        var batches = await db.Batches.AsNoTracking().ToDictionaryAsync(b => b.Id, b => b.RowCount);
        var rows = await db.Disclosures.AsNoTracking().Where(d => d.BatchId != null).Select(d => new { d.BatchId, d.BatchRow }).Distinct().GroupBy(d => d.BatchId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.Count);
        return [.. batches.Where(b => rows.GetValueOrDefault(b.Key) != b.Value).Select(b => $"batch {b.Key} has {rows.GetValueOrDefault(b.Key)} of {b.Value} rows")];
    });

    /// <summary>How much the site holds after all kills.</summary>
    public static async Task<string> CountsAsync(BenchmarkSite site) => await site.UseAsync<DisclosureDb, string>(async db =>
        $"{await db.Disclosures.CountAsync():N0} disclosures, {await db.Versions.CountAsync():N0} versions, {await db.Listings.CountAsync():N0} public, "
        + $"{await db.Disclosures.CountAsync(d => d.Withdrawal != null):N0} withdrawn, {await db.AuditEntries.CountAsync():N0} audit rows");

    private static async Task WorkAsync(BenchmarkSite site, PublishingDesk desk, Random random)
    {
        while (true)
        {
            var act = random.Next(10) switch
            {
                < 4 => await desk.PublishNewAsync(random),
                < 7 => await desk.CorrectAsync(random, closesFormer: random.Next(3) == 0),
                < 8 => await desk.SuspendAndDecideAsync(random),
                < 9 => await desk.WithdrawAsync(random),
                _ => await desk.BatchAsync(random),
            };
            Console.WriteLine(Act + act);
        }
    }
}
