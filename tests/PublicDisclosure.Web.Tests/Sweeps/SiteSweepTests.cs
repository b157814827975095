using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// Everything that can be reached from the home page, and from the desk by each of the demo accounts, on a site with
/// documents: every link resolves and every page is built as it must be.
/// </summary>
public sealed class SiteSweepTests(SiteSweepTests.World world) : IClassFixture<SiteSweepTests.World>
{
    public static TheoryData<string> Readers { get; } = [World.Public, .. DemoAccounts.All.Select(account => account.UserName)];

    [Theory, MemberData(nameof(Readers))]
    public async Task Links_OfEveryReachedPage_Resolve(string reader) => Sweep.IsClean((await world.CrawlAsync(reader)).Faults);

    [Theory, MemberData(nameof(Readers))]
    public async Task Pages_All_AreBuiltAsTheyMustBe(string reader)
    {
        var crawl = await world.CrawlAsync(reader);

        Sweep.IsClean(crawl.Pages.Where(page => World.IsWhole(page.Address)).SelectMany(page => PageRules.Faults(page.Document)
            .Concat(PageRules.TagFaults(page.Document, page.Address == "/", World.IsUtility(page.Address))).Select(fault => $"{page.Address}: {fault}")));
    }

    [Fact]
    public async Task Crawl_Public_ReachesEveryPartOfTheColumn()
    {
        var reached = (await world.CrawlAsync(World.Public)).Pages.Select(page => world.Map.ShapeOf(page.Address)).ToHashSet();

        foreach (var shape in new[]
                 {
                     "/", "/five/*", "/catalogue", "/catalogue/*", "/catalogue/*/*", "/organisations", "/organisations/*", "/organisations/*/guide",
                     "/organisations/*/mandatory", "/disclosures", "/disclosures/*", "/withdrawals", "/editions", "/search", "/sitemap", "/accessibility", "/report-error",
                 })
            Assert.Contains(shape, reached);
    }

    [Theory]
    [InlineData("clerk", "/admin/disclosures/*")]
    [InlineData("steward", "/admin/catalogue/items/*")]
    [InlineData("admin", "/admin/users/*")]
    [InlineData("auditor", "/admin/audit")]
    public async Task Crawl_Staff_ReachesItsWork(string reader, string shape) =>
        Assert.Contains(shape, (await world.CrawlAsync(reader)).Pages.Select(page => world.Map.ShapeOf(page.Address)));

    /// <summary>A site with demo documents, and what each reader reached on it.</summary>
    public sealed class World : IAsyncLifetime
    {
        internal const string Public = "public";

        private readonly SiteFactory _site = new();
        private readonly Dictionary<string, Crawl> _crawls = [];

        internal SiteMap Map { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _site.Settings["Demo:Content"] = "true";
            _site.Settings["Demo:Generated"] = "60";
            await _site.InitializeAsync();
            Map = SiteMap.Of(_site.Services.GetRequiredService<EndpointDataSource>().Endpoints);
        }

        public ValueTask DisposeAsync() => _site.DisposeAsync();

        /// <summary>A part of a page, fetched by a script, is not a page.</summary>
        internal static bool IsWhole(string address) => !address.EndsWith("/live", StringComparison.Ordinal);

        internal static bool IsUtility(string address) => IsStaff(address);

        internal async Task<Crawl> CrawlAsync(string reader)
        {
            if (_crawls.TryGetValue(reader, out var done)) return done;
            using var client = reader == Public ? _site.Visitor() : await _site.StaffAsync(reader);
            Task<CrawlAnswer> Ask(string address) => CrawlAnswer.OfAsync(client, address);
            var crawl = reader == Public ? new Crawl(Map, Ask, perShape: 4) : new Crawl(Map, Ask, perShape: 2, IsStaff);
            return _crawls[reader] = await crawl.FromAsync(reader == Public ? "/" : "/admin");
        }

        private static bool IsStaff(string address) =>
            address.StartsWith("/admin", StringComparison.Ordinal) || address.StartsWith("/account", StringComparison.Ordinal);
    }
}
