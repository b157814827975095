using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Pages;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>What pages say about themselves to search engines, and that no title breaks out of it.</summary>
[Collection(nameof(PublicSite))]
public sealed class LinkedDataTests(PublicSite site)
{
    [Fact]
    public async Task Disclosure_Normative_IsLegislationWithNumberDatesAndForce()
    {
        var page = await site.GetAsync("/disclosures/" + site.Sample.Normative);
        var data = Data(page.Document);

        Assert.Equal("https://schema.org", data.GetProperty("@context").GetString());
        Assert.Equal("Legislation", data.GetProperty("@type").GetString());
        Assert.Equal("https://www.example.gov.cn/disclosures/" + site.Sample.Normative, data.GetProperty("@id").GetString());
        Assert.Contains(data.GetProperty("legislationIdentifier").GetString()!, page.Main, StringComparison.Ordinal);
        Assert.Contains(data.GetProperty("legislationLegalForce").GetString(), new[] { "https://schema.org/InForce", "https://schema.org/NotInForce" });
        Assert.NotEqual(0, data.GetProperty("encoding").GetArrayLength());
        Assert.All(data.GetProperty("encoding").EnumerateArray(), e => Assert.Equal(64, e.GetProperty("sha256").GetString()!.Length));
    }

    [Fact]
    public async Task Disclosure_OfAnotherGenre_IsADigitalDocument() =>
        Assert.Equal("DigitalDocument", Data((await site.GetAsync("/disclosures/" + site.Sample.Corrected)).Document).GetProperty("@type").GetString());

    [Fact]
    public async Task Disclosure_NoLongerPublic_SaysNothing()
    {
        foreach (var address in new[] { site.Sample.WithdrawnError, site.Sample.WithdrawnPersonal, site.Sample.Replaced })
            Assert.Null((await site.GetAsync("/disclosures/" + address)).Document.QuerySelector("script[type='application/ld+json']"));
    }

    [Fact]
    public async Task Organisation_IsAGovernmentOrganization()
    {
        var data = Data((await site.GetAsync("/organisations/" + site.Sample.Organisation)).Document);
        Assert.Equal("GovernmentOrganization", data.GetProperty("@type").GetString());
        Assert.False(data.TryGetProperty("telephone", out _) && data.GetProperty("telephone").GetString() == "待填写");
    }

    [Fact]
    public async Task OpenGraph_OfAPage_IsThePages()
    {
        var page = await site.GetAsync("/disclosures/" + site.Sample.Normative);
        string? Property(string name) => page.Document.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");

        Assert.Equal(page.Meta("ArticleTitle"), Property("og:title"));
        Assert.Equal("article", Property("og:type"));
        Assert.Equal("https://www.example.gov.cn/disclosures/" + site.Sample.Normative, Property("og:url"));
        var list = await site.GetAsync("/disclosures");
        Assert.Equal("https://www.example.gov.cn/disclosures", list.Document.QuerySelector("meta[property='og:url']")?.GetAttribute("content"));
        Assert.Null((await site.GetAsync("/nothing-here")).Document.QuerySelector("meta[property='og:title']"));
    }

    private static JsonElement Data(AngleSharp.Dom.IDocument document) =>
        JsonSerializer.Deserialize<JsonElement>(document.QuerySelector("script[type='application/ld+json']")!.TextContent);
}

/// <summary>Titles that would end the element, and months with more addresses than a sitemap holds.</summary>
public sealed class HostileTitleTests
{
    [Fact]
    public async Task Title_ThatWouldEndTheElement_StaysText()
    {
        await using var site = await TestSite.CreateAsync("Test", ("OpenData:AddressesPerSitemap", "2"));
        using var desk = await DisclosureDesk.CreateAsync(site.Store, site.Clock);
        const string Title = "关于</script><script>alert(1)</script><!--的通知";
        await desk.PublishedAsync(desk.GoodText(Title));
        var address = await site.Store.ReadAsync(async db => await Task.FromResult(db.Listings.Single().Address));
        using var client = site.CreateVisitor();

        var text = await client.GetStringAsync("/disclosures/" + address, TestContext.Current.CancellationToken);
        var page = new HtmlParser().ParseDocument(text);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        var data = Assert.Single(page.QuerySelectorAll("script:not([src])"));
        Assert.Equal(Title, JsonSerializer.Deserialize<JsonElement>(data.TextContent).GetProperty("name").GetString());
        Assert.Equal(Title, page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Sitemap_OfAMonthWithMoreThanOneFileHolds_IsSplitAndWhole()
    {
        await using var site = await TestSite.CreateAsync("Test", ("OpenData:AddressesPerSitemap", "2"));
        using var desk = await DisclosureDesk.CreateAsync(site.Store, site.Clock);
        for (var i = 0; i < 5; i++) await desk.PublishedAsync(desk.GoodText($"关于做好第{i}件公开工作的通知"));
        var addresses = await site.Store.ReadAsync(async db => await Task.FromResult(db.Listings.Select(l => l.Address).ToList()));
        using var client = site.CreateVisitor();

        var index = System.Xml.Linq.XDocument.Parse(await client.GetStringAsync("/sitemap.xml", TestContext.Current.CancellationToken));
        var files = index.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).Where(v => v.Contains("month=2026", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, files.Count);
        var found = new List<string>();
        foreach (var file in files)
        {
            var part = System.Xml.Linq.XDocument.Parse(await client.GetStringAsync(file, TestContext.Current.CancellationToken)).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ToList();
            Assert.InRange(part.Count, 1, 2);
            found.AddRange(part.Select(p => p[(p.LastIndexOf('/') + 1)..]));
        }

        Assert.Equal(addresses.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        using var none = await client.GetAsync("/sitemap.xml?month=2026-03&part=0", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task List_OfADissolvedOrganisation_IsStillItsOwnAndSoIsTheFeed()
    {
        await using var site = await TestSite.CreateAsync();
        using var desk = await DisclosureDesk.CreateAsync(site.Store, site.Clock);
        await desk.PublishedAsync(desk.GoodText("关于做好公开工作的通知"));
        await site.Store.ReadAsync(db => db.Organisations.Where(o => o.Id == desk.Organisation.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.IsActive, false)));
        using var client = site.CreateVisitor();

        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/disclosures?organisation=" + desk.Organisation.Slug, TestContext.Current.CancellationToken));
        var feed = page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href")!;

        Assert.Equal("/feed.xml?organisation=" + desk.Organisation.Slug, feed);
        Assert.Equal(desk.Organisation.Slug, page.QuerySelector("#organisation option[selected]")!.GetAttribute("value"));
        Assert.Contains("做好公开工作", await client.GetStringAsync(feed, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, InlineData("item"), InlineData("aspect")]
    public async Task Feed_OfAnItemOrAspect_HoldsItsOwn(string by)
    {
        await using var site = await TestSite.CreateAsync();
        using var desk = await DisclosureDesk.CreateAsync(site.Store, site.Clock);
        await desk.PublishedAsync(desk.GoodText("关于做好公开工作的通知"));
        var aspect = await site.Store.ReadAsync(async db => await Task.FromResult((Core.Catalogue.DisclosureAspects)db.Listings.Single().AspectBits));
        using var client = site.CreateVisitor();
        var other = PublicDisclosure.Web.Infrastructure.AspectPages.All.First(a => !aspect.HasFlag(a.Aspect)).Slug;
        var own = PublicDisclosure.Web.Infrastructure.AspectPages.All.First(a => aspect.HasFlag(a.Aspect)).Slug;
        if (by == "aspect")
        {
            Assert.Contains("做好公开工作", await client.GetStringAsync("/feed.xml?aspect=" + own, TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.DoesNotContain("做好公开工作", await client.GetStringAsync("/feed.xml?aspect=" + other, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using var unknown = await client.GetAsync($"/feed.xml?{by}=nothing", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, unknown.StatusCode);
    }
}
