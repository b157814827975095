using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using PublicDisclosure.Benchmarks.Load;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Verb <c>large</c>: whether reading allocates objects of over 85 KB, which the collector moves last and cleans up late. The site runs in
/// this process and the runtime tells of every hundred kilobytes that are allocated for large objects, so that rare ones are told as well
/// in so many requests.
/// </summary>
internal static class LargeObjects
{
    private const int WarmUp = 40;

    public static async Task<int> RunAsync(string folder, int requests)
    {
        var addresses = LoadFigures.Addresses(folder);
        if (addresses.Count == 0)
        {
            Console.WriteLine($"{folder} holds no published pages; make some with 'generate'.");
            return 1;
        }

        using var told = new Allocations();
        Console.WriteLine("| What | Requests | Bytes a request | Large objects told of | Of which types |");
        Console.WriteLine("| --- | ---: | ---: | ---: | --- |");
        var none = true;
        foreach (var keeps in (bool[])[true, false])
        {
            await using var site = new BenchmarkSite(folder, "Staging", withJobs: false, keepsPages: keeps);
            using var client = site.Visitor();
            foreach (var (name, pages) in new[] { ("home", (List<string>)["/"]), ("list", ["/disclosures"]), ("disclosure pages", [.. addresses.Take(WarmUp).Select(a => "/disclosures/" + a)]) })
            {
                for (var i = 0; i < 3 * WarmUp; i++) await AskAsync(client, pages[i % pages.Count]);
                told.Begin();
                var before = GC.GetTotalAllocatedBytes(precise: true);
                for (var i = 0; i < requests; i++) await AskAsync(client, pages[i % pages.Count]);
                var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / requests;
                var types = told.End();
                none &= types.IsEmpty;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {(keeps ? "kept" : "made")}: {name} | {requests:N0} | {bytes:N0} | {types.Values.Sum():N0} | {string.Join(", ", types.OrderByDescending(t => t.Value).Select(t => $"{t.Key} ({t.Value})"))} |"));
            }
        }

        return none ? 0 : 2;
    }

    /// <summary>Reads an answer piece by piece: the asking side must not allocate what the site is measured for.</summary>
    private static async Task AskAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        await body.CopyToAsync(Stream.Null, 16 * 1024);
    }

    private sealed class Allocations : EventListener
    {
        private const EventKeywords Collector = (EventKeywords)1;
        private const uint Large = 1;
        private ConcurrentDictionary<string, int>? _types;

        public void Begin() => _types = [];

        public ConcurrentDictionary<string, int> End() => Interlocked.Exchange(ref _types, null) ?? [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Verbose, Collector);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (_types is not { } types || eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) != true) return;
            var names = eventData.PayloadNames!;
            if (eventData.Payload![names.IndexOf("AllocationKind")] is not Large) return;
            types.AddOrUpdate((string)eventData.Payload[names.IndexOf("TypeName")]!, 1, (_, n) => n + 1);
        }
    }
}
