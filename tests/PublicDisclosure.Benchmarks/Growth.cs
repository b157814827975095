using System.Diagnostics;
using System.Globalization;
using PublicDisclosure.Benchmarks.Load;
using PublicDisclosure.Benchmarks.Search;
using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Verb <c>growth</c>: index, pages, search, publishing, start and memory over folders of several sizes, and what grows with them.
/// Nothing is kept, nothing is warm but the file cache of the system.
/// </summary>
internal static class Growth
{
    private const int WarmUp = 20;
    private const int Publications = 25;

    // The aims of the product for a million disclosures, in milliseconds unless the name says otherwise.
    private static readonly Dictionary<string, double> Targets = new()
    {
        ["home"] = 20,
        ["domain table, all domains"] = 20,
        ["list of all"] = 20,
        ["list of all, last page"] = 20,
        ["list organisation"] = 20,
        ["list organisation, last page"] = 20,
        ["list domain"] = 20,
        ["list domain, last page"] = 20,
        ["disclosure page"] = 20,
        ["coverage"] = 20,
        ["search with facets, p95"] = 60,
        ["publishing"] = 80,
        ["start to ready, s"] = 10,
        ["memory after reading, MB"] = 1200,
    };

    public static async Task<int> RunAsync(string folders, int requests, string only)
    {
        var sizes = new List<(int Pages, Dictionary<string, double> Figures)>();
        foreach (var folder in folders.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var figures = new Dictionary<string, double>();
            var pages = await InProcessAsync(folder, requests, only, figures);
            if (only is not "search") await AsAProgramAsync(folder, only is not "pages", figures);
            sizes.Add((pages, figures));
            Console.WriteLine();
        }

        if (sizes.Count == 0) return 1;
        Console.WriteLine("| Median ms, unless told otherwise | Target | " + string.Join(" | ", sizes.Select(s => s.Pages.ToString("N0", CultureInfo.InvariantCulture))) + " |");
        Console.WriteLine("| --- | ---: |" + string.Concat(sizes.Select(_ => " ---: |")));
        foreach (var name in sizes.SelectMany(s => s.Figures.Keys).Distinct())
            Console.WriteLine($"| {name} | {(Targets.TryGetValue(name, out var target) ? target.ToString("N0", CultureInfo.InvariantCulture) : "")} | {string.Join(" | ", sizes.Select(s => s.Figures.TryGetValue(name, out var figure) ? figure.ToString("N1", CultureInfo.InvariantCulture) : ""))} |");
        if (only is "search") return sizes[^1].Figures["search with facets, p95"] <= Targets["search with facets, p95"] ? 0 : 2;
        return Targets.All(t => !sizes[^1].Figures.TryGetValue(t.Key, out var figure) || figure <= t.Value) ? 0 : 2;
    }

    private static async Task<int> InProcessAsync(string folder, int requests, string only, Dictionary<string, double> figures)
    {
        var withSearch = only is not "pages";
        await using var site = new BenchmarkSite(folder, "Staging", withJobs: false);
        using var client = site.Visitor();
        var scenarios = (await Scenarios.ReadAsync(site)).Append(new Scenario("coverage", null, ["/coverage"])).Where(s => Targets.ContainsKey(s.Name)).ToList();
        Console.WriteLine($"{folder}: {site.Count:N0} public disclosures");

        if (only is "search")
        {
            // An index that is there already is good enough to be asked.
            await site.UseAsync<SearchFollower, int>(follower => follower.CatchUpAsync(mayBuild: true));
            await SearchAsync(site, figures);
            return site.Count;
        }

        if (withSearch) await IndexAsync(site, figures);
        foreach (var scenario in scenarios)
        {
            var times = new List<double>();
            for (var round = -WarmUp; round < requests; round++)
            {
                var took = await Measure.AskAsync(site, client, scenario.Address(round + WarmUp));
                if (round >= 0) times.Add(took);
            }

            figures[scenario.Name] = Quantile.Of(times, 0.5);
        }

        if (withSearch) await SearchAsync(site, figures);
        figures["publishing"] = Quantile.Of([.. (await Publishing.RunAsync(site, Publications + 5)).Skip(5)], 0.5);
        return site.Count;
    }

    private static async Task IndexAsync(BenchmarkSite site, Dictionary<string, double> figures)
    {
        var start = Stopwatch.GetTimestamp();
        var said = 0;
        var indexed = await site.UseAsync<SearchFollower, int>(follower => follower.RebuildAsync((done, of) =>
        {
            if (of == 0 || done * 10L / of == said) return;
            said = (int)(done * 10L / of);
            Console.WriteLine($"  index: {done:N0} of {of:N0}");
        }));
        figures["index, pages a second"] = indexed / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task SearchAsync(BenchmarkSite site, Dictionary<string, double> figures)
    {
        var (times, found) = (new List<double>(), new List<double>());
        foreach (var warm in new[] { true, false })
        {
            foreach (var question in LabelledQuestion.ReadAll())
            {
                var start = Stopwatch.GetTimestamp();
                var page = await site.UseAsync<SiteSearch, SearchPage>(search => search.FindAsync(question.Words, new SearchFilter()));
                if (warm) continue;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                found.Add(page.Total);
            }
        }

        figures["search with facets"] = Quantile.Of(times, 0.5);
        figures["search with facets, p95"] = Quantile.Of(times, 0.95);
        figures["pages found, median"] = Quantile.Of(found, 0.5);
        figures["pages found, p95"] = Quantile.Of(found, 0.95);
        figures["pages found, most"] = found.Max();
    }

    /// <summary>What a start takes, and what the program holds after some reading and searching.</summary>
    private static async Task AsAProgramAsync(string folder, bool withSearch, Dictionary<string, double> figures)
    {
        var start = Stopwatch.GetTimestamp();
        await using var site = await ChildProgram.SiteAsync(folder);
        figures["start to ready, s"] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{site.Port}") };
        var searches = withSearch ? LabelledQuestion.ReadAll().Select(q => "/search?q=" + Uri.EscapeDataString(q.Words)) : [];
        foreach (var address in LoadFigures.Addresses(folder).Select(a => "/disclosures/" + a).Concat(searches).Concat(["/", "/disclosures", "/coverage", "/catalogue"]))
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
        }

        figures["memory after reading, MB"] = site.Megabytes;
    }
}
