using System.Net;
using System.Text;

namespace PublicDisclosure.Web.Tests.Pages;

[Collection(nameof(PublicSite))]
public sealed class EveryPublicPageTests(PublicSite site)
{
    /// <summary>Most bytes of a page with its styles and scripts, without pictures.</summary>
    private const int MostBytes = 150 * 1024;

    public static TheoryData<string> Pages { get; } =
    [
        "/", "/five", "/five/decision", "/catalogue", "/catalogue/{domain}", "/catalogue/{domain}/{item}", "/organisations",
        "/organisations/{organisation}", "/organisations/{organisation}/guide", "/organisations/{organisation}/rules",
        "/organisations/{organisation}/mandatory", "/organisations/{organisation}/mandatory?class=Livelihood",
        "/organisations/{organisation}/annual-reports", "/disclosures", "/disclosures?genre=Normative&validity=InForce",
        "/disclosures/{normative}", "/disclosures/{corrected}/versions/1", "/disclosures/{corrected}/changes/1/2",
        "/disclosures/{normative}/print", "/withdrawals", "/withdrawals?kind=corrections", "/withdrawals?kind=displays", "/search", "/search?q=救助",
        "/coverage", "/coverage?period=all&sort=overdue", "/coverage/{domain}/{organisation}", "/coverage/organisations/{organisation}", "/coverage/items/{item}",
        "/letters", "/letters/statistics", "/letters/questions", "/letters/suggestions", "/letters/receipt",
        "/editions", "/accessibility", "/report-error", "/report-error/track", "/responses", "/calendar/hours", "/sitemap",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_PublicPage_IsWholeAndSaysWhatItIs(string pattern)
    {
        var page = await site.GetAsync(Fill(pattern));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Equal("zh-CN", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("桂平市基层政务公开平台", page.Meta("SiteName"));
        Assert.Equal("www.example.gov.cn", page.Meta("SiteDomain"));
        Assert.Equal("待填写", page.Meta("SiteIDCode"));
        Assert.Equal("演示站点，非政府网站", page.Document.QuerySelector(".demo-banner")?.TextContent);
        if (pattern != "/") Assert.NotNull(page.Meta("ColumnName"));
        if (page.Meta("ArticleTitle") is null && pattern != "/") Assert.NotNull(page.Meta("ColumnDescription"));
        Assert.Empty(page.Document.QuerySelectorAll("[style], [onclick], style, script:not([src], [type='application/ld+json'])"));
        Assert.All(page.Document.QuerySelectorAll("main input:not([type=hidden]), main select"),
            control => Assert.NotNull(page.Document.QuerySelector($"label[for='{control.Id}']")));
        Assert.DoesNotContain(PublicSample.DraftTitle, page.Text);
        Assert.DoesNotContain(PublicSample.SecretWords, page.Text);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_PublicPage_WeighsLittle(string pattern)
    {
        var page = await site.GetAsync(Fill(pattern));

        var weight = Encoding.UTF8.GetByteCount(page.Text);
        foreach (var link in page.Document.QuerySelectorAll("link[rel=stylesheet], script[src]"))
            weight += (await site.Client.GetByteArrayAsync(link.GetAttribute("href") ?? link.GetAttribute("src"), TestContext.Current.CancellationToken)).Length;
        Assert.InRange(weight, 1, MostBytes);
    }

    [Theory]
    [InlineData("/five/nothing")]
    [InlineData("/catalogue/nothing")]
    [InlineData("/catalogue/{domain}/nothing")]
    [InlineData("/catalogue/nothing/{item}")]
    [InlineData("/organisations/nothing")]
    [InlineData("/organisations/nothing/guide")]
    [InlineData("/organisations/nothing/rules")]
    [InlineData("/organisations/nothing/mandatory")]
    [InlineData("/organisations/nothing/annual-reports")]
    [InlineData("/disclosures/mzj-2026-99999")]
    [InlineData("/disclosures/%ff")]
    [InlineData("/disclosures/mzj-2026-99999/print")]
    [InlineData("/disclosures/mzj-2026-99999/download")]
    [InlineData("/disclosures/{normative}/versions/9")]
    [InlineData("/disclosures/{normative}/versions/x")]
    [InlineData("/disclosures/{normative}/versions/99999999999")]
    [InlineData("/disclosures/{corrected}/changes/2/1")]
    [InlineData("/disclosures/{corrected}/changes/1/9")]
    [InlineData("/disclosures/{normative}/download?version=9")]
    [InlineData("/disclosures/{normative}/versions/1/attachments/9/x.csv")]
    [InlineData("/disclosures/{normative}/versions/1/attachments/1/..%2F..%2Fappsettings.json")]
    [InlineData("/disclosures/114508810DEM000000/2026-99999")]
    [InlineData("/sitemap.xml?month=2026-99")]
    [InlineData("/nothing/at/all")]
    public async Task Get_UnknownAddress_Is404WithTheStatusPage(string pattern)
    {
        var page = await site.GetAsync(Fill(pattern));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("没有找到该页面", page.Main);
        Assert.Contains("反映问题时请提供编号", page.Main);
    }

    [Theory]
    [InlineData("/disclosures?after=zzz&before=0-0-0")]
    [InlineData("/disclosures?after=0-ffffffffffffffff-00000000000000000000000000000000")]
    [InlineData("/disclosures?after=0-0-00000000000000000000000000000000&before=0-0-00000000000000000000000000000000")]
    [InlineData("/disclosures?organisation=%00&domain='%20or%201=1&aspect=<b>&genre=99&year=99999999999999&validity=InForce,Expired")]
    [InlineData("/disclosures?year=-1&genre=Normative&genre=Other")]
    [InlineData("/five/decision?after=%F0%9F%98%80")]
    [InlineData("/organisations/{organisation}/mandatory?class=999")]
    [InlineData("/withdrawals?kind=%00&after=x")]
    [InlineData("/search?q=%25%27%22_%5C%00&after=1-x")]
    [InlineData("/search?q=救助&after=9-0-00000000000000000000000000000000")]
    [InlineData("/catalogue/{domain}/{item}?before=1")]
    [InlineData("/disclosures/{normative}/download?version=abc")]
    public async Task Get_BadQueryString_StillAnswers(string pattern)
    {
        var page = await site.GetAsync(Fill(pattern));

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Get_HugeQuery_IsCutAndAnswered()
    {
        var page = await site.GetAsync("/search?q=" + new string('救', 2000));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("没有找到", page.Main);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/feed.xml")]
    public async Task Get_AnyAnswer_CarriesTheSecurityHeaders(string path)
    {
        using var response = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("unsafe", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData("/disclosures")]
    [InlineData("/nothing")]
    public async Task Post_ToAPageThatOnlyReads_NeverFails(string path)
    {
        using var response = await site.Client.PostAsync(path, new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);

        Assert.InRange((int)response.StatusCode, 400, 499);
    }

    private string Fill(string pattern) => site.Sample.Fill(pattern);
}
