using System.Text.Json;
using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Web.Tests.Pages;

/// <summary>The search page, its suggestions and its feed over the built index.</summary>
[Collection(nameof(PublicSite))]
public sealed class SearchPagesTests(PublicSite site) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await site.CatchUpSearchAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Get_EverydayWord_ShowsHitsKindsAndWhatWasLookedForBesides()
    {
        var page = await site.GetAsync("/search?q=" + Uri.EscapeDataString("低保"));

        Assert.Contains("同时查找了：最低生活保障", page.Main);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".disclosure-list > li"));
        Assert.All(page.Document.QuerySelectorAll(".disclosure-list > li"), li => Assert.NotNull(li.QuerySelector(".tag")));
        Assert.NotNull(page.Document.QuerySelector("mark"));
        Assert.NotNull(page.Document.QuerySelector("link[rel=alternate][href*='/search/feed.xml?q=']"));
    }

    [Fact]
    public async Task Get_FacetLink_NarrowsToAsManyAsItSays()
    {
        var page = await site.GetAsync("/search?q=" + Uri.EscapeDataString("救助"));
        var link = page.Document.QuerySelector(".facets a")!;
        var count = int.Parse(link.QuerySelector(".soft")!.TextContent.Replace("条", "", StringComparison.Ordinal).Trim(), System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

        var narrowed = await site.GetAsync(link.GetAttribute("href")!);
        Assert.Contains($"找到 {count:N0} 条", narrowed.Main);
        Assert.NotNull(narrowed.Document.QuerySelector(".facets a[aria-current=true]"));
    }

    [Fact]
    public async Task Get_WrongCharacter_IsMendedAndSaysSo()
    {
        var page = await site.GetAsync("/search?q=" + Uri.EscapeDataString("最低生活宝障"));
        Assert.Contains("下面是“最低生活保障”的结果", page.Main);

        var typed = await site.GetAsync(page.Document.QuerySelector(".notice a")!.GetAttribute("href")!);
        Assert.DoesNotContain("下面是", typed.Main);
    }

    [Fact]
    public async Task Get_Question_IsInTheTitleOfTheWindowWithItsPage()
    {
        var first = await site.GetAsync("/search?q=" + Uri.EscapeDataString("救助"));
        Assert.StartsWith("救助 - 检索 - ", first.Document.Title, StringComparison.Ordinal);
        // The way to the page keeps its name.
        Assert.Equal("检索", first.Document.QuerySelector(".breadcrumbs [aria-current]")!.TextContent);
        var second = await site.GetAsync("/search?after=1&q=" + Uri.EscapeDataString("救助"));
        Assert.StartsWith("救助（第2页） - 检索 - ", second.Document.Title, StringComparison.Ordinal);
        Assert.StartsWith("没有找到“周杰伦演唱会” - 检索 - ", (await site.GetAsync("/search?q=" + Uri.EscapeDataString("周杰伦演唱会"))).Document.Title, StringComparison.Ordinal);
        Assert.StartsWith("检索 - ", (await site.GetAsync("/search")).Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_LongQuestionWithMarkup_IsShortInTheTitleAndEscaped()
    {
        var page = await site.GetAsync("/search?q=" + Uri.EscapeDataString("</title><script>alert(1)</script>救助申请需要什么材料"));

        Assert.Contains("“</title><script>aler…” - 检索 - ", page.Document.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("980")]
    public async Task Get_BehindTheLastHit_SaysThatTheListEndsAndLeadsToItsBeginning(string after)
    {
        var page = await site.GetAsync($"/search?organisation=mzj&after={after}&q=" + Uri.EscapeDataString("救助"));

        Assert.DoesNotContain("没有找到", page.Main, StringComparison.Ordinal);
        Assert.Contains("列表到这里已经结束", page.Main, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".pager"));
        var first = await site.GetAsync(page.Document.QuerySelector(".empty a")!.GetAttribute("href")!);
        Assert.NotEmpty(first.Document.QuerySelectorAll(".disclosure-list > li"));
    }

    [Fact]
    public async Task Get_WithHits_LeadsToTheFacetsFromAboveThem()
    {
        var page = await site.GetAsync("/search?q=" + Uri.EscapeDataString("救助"));

        Assert.NotNull(page.Document.QuerySelector(".to-facets a")!.GetAttribute("href") is ['#', .. var id] ? page.Document.GetElementById(id) : null);
    }

    [Theory]
    [InlineData("/", "q")]
    [InlineData("/catalogue", "site-search")]
    [InlineData("/search", "q")]
    public async Task Box_OfEveryPage_OffersSuggestionsButNotInTheModeForElders(string path, string id)
    {
        var page = await site.GetAsync(path);
        Assert.Equal("/search/suggest", page.Document.GetElementById(id)!.GetAttribute("data-suggest"));

        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", "reading=elder");
        using var elders = site.CreatePlainClient();
        using var answer = await elders.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("data-reading=\"elder\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/search/suggest", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NothingFound_LeadsOn()
    {
        var page = await site.GetAsync("/search?q=" + Uri.EscapeDataString("周杰伦演唱会"));
        foreach (var way in new[] { "/catalogue", "/organisations", "/letters/write", "/letters/questions" })
            Assert.NotNull(page.Document.QuerySelector($".empty a[href='{way}']"));
    }

    [Fact]
    public async Task Get_NothingAskedYet_LeadsOnToo()
    {
        var page = await site.GetAsync("/search");

        foreach (var way in new[] { "/catalogue", "/organisations", "/letters/write", "/letters/questions" })
            Assert.NotNull(page.Document.QuerySelector($".empty a[href='{way}']"));
    }

    [Fact]
    public async Task Suggest_BeginningOfAWord_GivesEverydayWordsAndTitles()
    {
        var client = site.Client;
        var answer = await client.GetAsync("/search/suggest?q=" + Uri.EscapeDataString("救助"), TestContext.Current.CancellationToken);
        var texts = JsonSerializer.Deserialize<string[]>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.InRange(texts.Length, 1, SearchSuggestions.Most);
        Assert.Contains(texts, t => t.Contains("救助", StringComparison.Ordinal));
        Assert.Equal("[]", await client.GetStringAsync("/search/suggest?q=", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Feed_OfASearch_HoldsItsNewestHits()
    {
        var client = site.Client;
        var feed = System.Xml.Linq.XDocument.Parse(await client.GetStringAsync("/search/feed.xml?q=" + Uri.EscapeDataString("救助"), TestContext.Current.CancellationToken));
        System.Xml.Linq.XNamespace atom = "http://www.w3.org/2005/Atom";
        var entries = feed.Root!.Elements(atom + "entry").ToList();
        Assert.NotEmpty(entries);
        Assert.Contains(entries, e => e.Element(atom + "id")!.Value.EndsWith("/disclosures/" + site.Sample.Normative, StringComparison.Ordinal));
        var dates = entries.Select(e => (DateTimeOffset)e.Element(atom + "published")!).ToList();
        Assert.Equal(dates.OrderDescending(), dates);
    }
}
