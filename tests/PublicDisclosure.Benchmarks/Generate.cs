using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed.Demo;

namespace PublicDisclosure.Benchmarks;

/// <summary>Verb <c>generate</c>: an empty folder becomes a site with many disclosures, led through the ordinary workflow.</summary>
internal static class Generate
{
    public static async Task<int> RunAsync(string folder, int disclosures, int years)
    {
        Console.WriteLine($"{disclosures:N0} disclosures over {years} years into {folder}");
        var watch = Stopwatch.StartNew();
        await using var site = new BenchmarkSite(folder, "Development");
        Console.WriteLine($"{watch.Elapsed:mm\\:ss} database, organisations, catalogue and accounts are there");
        var result = await site.UseAsync<DemoSeed, DemoSeedResult>(seed => seed.RunAsync(
            new DemoSeedOptions { IsProduction = false, Generated = disclosures, Days = years * 365 }, new Shown(watch)));
        if (result.Written == 0)
        {
            Console.WriteLine("Nothing was made: the folder holds disclosures already.");
            return 1;
        }

        await site.UseAsync<DisclosureDb, int>(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        var file = new FileInfo(Path.Combine(folder, "disclosure.db"));
        Console.WriteLine($"{watch.Elapsed:mm\\:ss} {result.Written:N0} written, {result.Refused.Count:N0} refused by the checklist, {file.Length / 1048576.0:N0} MB, "
            + $"at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:N0} MB of memory");
        foreach (var refused in result.Refused.Take(5)) Console.WriteLine("  refused: " + refused);
        return 0;
    }

    private sealed class Shown(Stopwatch watch) : IProgress<int>
    {
        private const int Step = 5000;

        public void Report(int value)
        {
            if (value % Step == 0) Console.WriteLine($"{watch.Elapsed:mm\\:ss} {value:N0}");
        }
    }
}
