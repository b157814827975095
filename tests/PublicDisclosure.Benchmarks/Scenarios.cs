using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Benchmarks;

/// <summary>What is asked of the site: addresses chosen from what the folder holds, spread over its whole time.</summary>
internal static class Scenarios
{
    private const int Pages = 200;

    // Our own aim for what issue and law set no figure for.
    private const double Aim = 30;
    private const double SearchAim = 300;

    public static async Task<IReadOnlyList<Scenario>> ReadAsync(BenchmarkSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var addresses = await db.Listings.OrderBy(l => l.FirstPublishedAt).Select(l => l.Address).ToListAsync();
        site.Count = addresses.Count;
        var disclosures = Enumerable.Range(0, Pages).Select(i => "/disclosures/" + addresses[(int)((long)i * (addresses.Count - 1) / Pages)]).ToList();
        var domains = await db.ListingDomains.GroupBy(d => d.DomainId).OrderByDescending(g => g.Count()).Select(g => g.Key)
            .Join(db.Domains, id => id, d => d.Id, (_, d) => d.Slug).ToListAsync();
        var organisations = await db.Listings.GroupBy(l => l.OrganisationId).OrderByDescending(g => g.Count()).Select(g => g.Key)
            .Join(db.Organisations, id => id, o => o.Id, (_, o) => o.Slug).ToListAsync();
        var items = await db.ListingItems.GroupBy(i => i.ItemCode).OrderByDescending(g => g.Count()).Take(20).Select(g => g.Key)
            .Join(db.Items.OfCityEdition(db), code => code, i => i.Code, (_, i) => i)
            .Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => "/catalogue/" + d.Slug + "/" + i.Code).ToListAsync();

        return
        [
            new Scenario("disclosure page", 5, disclosures),
            new Scenario("domain table, all domains", 15, [.. domains.Select(d => "/catalogue/" + d)]),
            new Scenario("domain table, the fullest", 15, ["/catalogue/" + domains[0]]),
            .. await Lists(scope.ServiceProvider, organisations[0], domains[0]),
            new Scenario("home", Aim, ["/"]),
            new Scenario("catalogue", Aim, ["/catalogue"]),
            new Scenario("item", Aim, items),
            new Scenario("organisations", Aim, ["/organisations"]),
            new Scenario("organisation", Aim, [.. organisations.Take(20).Select(o => "/organisations/" + o)]),
            new Scenario("five disclosures, one aspect", Aim, [.. AspectPages.All.Select(a => a.Path)]),
            new Scenario("withdrawals", Aim, ["/withdrawals"]),
            new Scenario("print view", Aim, [.. disclosures.Select(d => d + "/print")]),
            new Scenario("feed", Aim, ["/feed.xml", "/feed.xml?domain=" + domains[0], "/feed.xml?organisation=" + organisations[0]]),
            new Scenario("sitemap, index", Aim, ["/sitemap.xml"]),
            new Scenario("sitemap, one month", SearchAim, ["/sitemap.xml?month=" + await MonthAsync(db)], Every: 10),
            new Scenario("search, many hits in titles", SearchAim, ["/search?q=" + Uri.EscapeDataString("公告")], Every: 10),
            new Scenario("search, two words", SearchAim, ["/search?q=" + Uri.EscapeDataString("新民村 公告")], Every: 10),
            new Scenario("search, only in texts", SearchAim, ["/search?q=" + Uri.EscapeDataString("申请行政复议")], Every: 10),
            new Scenario("search, nowhere", SearchAim, ["/search?q=" + Uri.EscapeDataString("夔牛")], Every: 10),
        ];
    }

    private static async Task<List<Scenario>> Lists(IServiceProvider services, string organisation, string domain)
    {
        ListQuery[] queries =
        [
            new(), new() { Organisation = organisation }, new() { Domain = domain }, new() { Aspect = AspectPages.All[0].Slug },
            new() { Genre = nameof(DisclosureGenre.Normative) }, new() { Year = "2025" }, new() { Validity = nameof(Validity.InForce) },
            new() { Validity = nameof(Validity.Expired) }, new() { Organisation = organisation, Genre = nameof(DisclosureGenre.Announcement) },
            new() { Organisation = organisation, Domain = domain }, new() { Domain = domain, Year = "2025" },
            new() { Domain = domain, Genre = nameof(DisclosureGenre.AnnualReport) },
            new() { Aspect = AspectPages.All[4].Slug, Year = "2024", Genre = nameof(DisclosureGenre.Report) },
            new() { Organisation = organisation, Domain = domain, Aspect = AspectPages.All[1].Slug, Year = "2025", Validity = nameof(Validity.Expired) },
        ];
        var directory = await services.GetRequiredService<OrganisationDirectory>().ReadAsync(default);
        var domains = await services.GetRequiredService<PublicCatalogue>().DomainNamesAsync(default);
        var list = services.GetRequiredService<DisclosureList>();
        var scenarios = new List<Scenario>();
        foreach (var query in queries)
        {
            var filter = query.ToFilter(directory, domains);
            var address = "/disclosures?" + string.Join('&', Parts(query));
            var name = "list " + (query.IsNarrowed ? string.Join(" + ", Parts(query).Select(p => p.Split('=')[0])) + (query.Validity is null ? "" : $" ({query.Validity})") : "of all");
            scenarios.Add(new Scenario(name, 15, [address]));
            if (await LastPageAsync(list, filter) is { } after)
                scenarios.Add(new Scenario(name + ", last page", null, [$"{address}&after={after}"], TwiceOf: name));
        }

        return scenarios;
    }

    private static IEnumerable<string> Parts(ListQuery query) => new (string Name, string? Value)[]
        {
            ("organisation", query.Organisation), ("domain", query.Domain), ("aspect", query.Aspect), ("genre", query.Genre), ("year", query.Year), ("validity", query.Validity),
        }
        .Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}");

    /// <summary>The position from which a reader who went on and on would ask for the last page; null when there is one page only.</summary>
    private static async Task<string?> LastPageAsync(DisclosureList list, DisclosureFilter filter)
    {
        var beginning = new ListPosition(new DateTime(0, DateTimeKind.Utc), Guid.Empty);
        var last = await list.ReadAsync(filter, null, beginning, default);
        if (ListPosition.Read(last.Previous) is not { } first) return null;
        return (await list.ReadAsync(filter, null, first, default)).Next;
    }

    private static async Task<string> MonthAsync(DisclosureDb db)
    {
        var months = await db.Listings.GroupBy(l => l.Year).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        return $"{months}-06";
    }
}
