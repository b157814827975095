using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Verb <c>coverage</c>: every duty of the seeded catalogue confirmed and followed for three years, over what <c>generate</c> made.
/// Counts everything twice while a reader and a writer go on beside it, then publishes and reads the matrix.
/// </summary>
internal static class CoverageFigures
{
    private const int Years = 3;
    private const int Publications = 30;
    private const int Reads = 30;

    public static async Task<int> RunAsync(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "disclosure.db")))
        {
            Console.WriteLine($"{folder} holds no site; make one with 'generate'.");
            return 1;
        }

        await using var site = new BenchmarkSite(folder, "Staging", withJobs: false);
        await PrepareAsync(site);
        var table = new Table();
        await CountAsync(site, table, "full recomputation, from nothing");
        await CountAsync(site, table, "full recomputation, again");
        await PublishAsync(site, table);
        await ReadAsync(site, table);
        var (units, duties) = await site.UseAsync<DisclosureDb, (int, int)>(async db => (await db.CoverageUnits.CountAsync(), await db.Duties.CountAsync(d => d.IsActive)));
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {duties:N0} duties, {units:N0} units, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:N0} MB");
        return table.Print();
    }

    private static Task<int> PrepareAsync(BenchmarkSite site) => site.UseAsync<DisclosureDb, int>(async db =>
    {
        var from = BusinessClock.BeijingDate(await site.UseAsync<BusinessClock, DateTime>(clock => Task.FromResult(clock.Now))).AddYears(-Years);
        await db.Duties.ExecuteUpdateAsync(u => u.SetProperty(d => d.TrackedFrom, from));
        await db.Items.ExecuteUpdateAsync(u => u.SetProperty(i => i.Confirmation, ItemConfirmation.Confirmed));
        await db.Editions.Where(e => e.Status == EditionStatus.InForce).ExecuteUpdateAsync(u => u.SetProperty(e => e.InForceOn, from));
        await db.CoverageUnits.ExecuteDeleteAsync();
        return await db.CoverageMarks.ExecuteDeleteAsync();
    });

    private static async Task CountAsync(BenchmarkSite site, Table table, string name)
    {
        using var stop = new CancellationTokenSource();
        var reader = ProbeAsync(site, db => db.Listings.OrderByDescending(l => l.FirstPublishedAt).Take(20).ToListAsync(), stop.Token);
        var writer = ProbeAsync(site, db => db.Organisations.Where(o => o.Slug == "gov").ExecuteUpdateAsync(u => u.SetProperty(o => o.SortOrder, o => o.SortOrder)), stop.Token);
        var watch = Stopwatch.StartNew();
        var changed = await site.UseAsync<RefreshCoverage, int>(job => job.CountWholeAsync(CancellationToken.None));
        var took = watch.Elapsed.TotalMilliseconds;
        await stop.CancelAsync();
        table.Add(name, 20_000, [took], $"{changed:N0} units changed");
        table.Add("  a reader beside it, longest", 1000, [await reader]);
        table.Add("  a writer beside it, longest", 1000, [await writer]);
    }

    /// <summary>Does something again and again and says how long it took at most.</summary>
    private static Task<double> ProbeAsync<T>(BenchmarkSite site, Func<DisclosureDb, Task<T>> act, CancellationToken stop) => Task.Run(async () =>
    {
        var longest = 0.0;
        while (!stop.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            await site.UseAsync(act);
            longest = Math.Max(longest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(20, CancellationToken.None);
        }

        return longest;
    }, CancellationToken.None);

    private static async Task PublishAsync(BenchmarkSite site, Table table)
    {
        var desk = await PublishingDesk.OpenAsync(site);
        var random = new Random(Publications);
        var (publish, follow) = (new List<double>(), new List<double>());
        for (var i = 0; i < Publications + 5; i++)
        {
            var id = await desk.DraftAsync(random, await desk.AnyItemAsync(random));
            await desk.LeadAsync(id);
            await site.UseAsync<CoverageUpdates, int>(u => u.WorkOffAsync());
            var (published, followed) = await desk.PublishAndFollowAsync(id);
            if (i < 5) continue;
            publish.Add(published);
            follow.Add(followed);
        }

        table.Add("publish, without the coverage", null, publish);
        table.Add("the coverage that follows it", 20, follow);
    }

    private static async Task ReadAsync(BenchmarkSite site, Table table)
    {
        using var client = site.Visitor();
        var (query, page) = (new List<double>(), new List<double>());
        for (var i = 0; i < Reads; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await site.UseAsync<CoverageQueries, CoverageMatrix>(q => q.MatrixAsync(new CoverageFilter()));
            query.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            using var answer = await client.GetAsync(new Uri("/coverage?period=all", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            page.Add(await site.Time.NextAsync());
        }

        table.Add("matrix, the query", null, query.Skip(3));
        table.Add("matrix, the public page", 200, page.Skip(3));
    }
}
