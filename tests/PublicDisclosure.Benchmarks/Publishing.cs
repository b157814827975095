using System.Diagnostics;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Measures the last step of new disclosures: checklist, index number, rendering, frozen version, listing, audit, commit. What it
/// publishes stays in the folder.
/// </summary>
internal static class Publishing
{
    public static async Task<IReadOnlyList<double>> RunAsync(BenchmarkSite site, int count)
    {
        var desk = await PublishingDesk.OpenAsync(site);
        var random = new Random(count);
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var id = await desk.DraftAsync(random);
            await desk.LeadAsync(id);
            var start = Stopwatch.GetTimestamp();
            if (!await desk.PublishAsync(id)) throw new InvalidOperationException("Nobody else works here, and the publication was not done.");
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }
}
