using Microsoft.EntityFrameworkCore;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Web.Tests.Pages;

/// <summary>A demonstration stays out of search engines; a site of a government is found by them.</summary>
public sealed class RobotsTests
{
    [Fact]
    public async Task Robots_OnceTheMarksOfTheDemonstrationAreGone_AllowsAllButDesksAndAnswersOfTheSearch()
    {
        await using var site = await TestSite.CreateAsync("Test", ("Site:Address", "https://www.example.gov.cn"));
        using var desk = await DisclosureDesk.CreateAsync(site.Store, site.Clock);
        var id = await desk.PublishedAsync(desk.GoodText("关于做好公开工作的通知"));
        await MarkAsync(site, demo: true);
        using var visitor = site.CreateVisitor();

        Assert.Equal(["Disallow: /"], await RulesAsync(visitor));

        await MarkAsync(site, demo: false);
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(
            ["Disallow: /admin", "Disallow: /account", "Disallow: /search?", "Disallow: /search/", "Sitemap: https://www.example.gov.cn/sitemap.xml"],
            await RulesAsync(visitor));
        var address = await site.Store.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).Select(l => l.Address).SingleAsync());
        foreach (var page in (string[])["/", "/catalogue", "/disclosures", "/search", "/disclosures/" + address])
        {
            using var answer = await visitor.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("X-Robots-Tag"), page);
            Assert.DoesNotContain("noindex", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private static async Task<IEnumerable<string>> RulesAsync(HttpClient visitor)
    {
        var lines = (await visitor.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("User-agent: *", lines);
        return lines.Where(l => l[0] != '#' && l != "User-agent: *");
    }

    private static async Task MarkAsync(TestSite site, bool demo)
    {
        await using var db = site.Store.Open();
        foreach (var organisation in await db.Organisations.Where(o => o.CreditCode != null).ToListAsync()) organisation.AssignCreditCode(organisation.CreditCode!, demo);
        await db.SaveChangesAsync();
    }
}
