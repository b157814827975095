using System.Net;
using System.Net.Http.Headers;

namespace PublicDisclosure.Web.Tests.Pages;

[Collection(nameof(PublicSite))]
public sealed class DisclosurePageTests(PublicSite site)
{
    [Fact]
    public async Task Details_Published_ShowsMetadataBodyFilesAndTools()
    {
        var page = await site.GetAsync("/disclosures/" + site.Sample.Normative);

        Assert.Equal("桂平市社会救助办法", page.Document.QuerySelector("h1")!.TextContent);
        var metadata = page.Document.QuerySelector(".metadata")!.TextContent;
        Assert.Contains(site.Sample.IndexNumber, metadata);
        Assert.Contains("浔政办规〔2026〕3号", metadata);
        Assert.Contains("有效", metadata);
        Assert.Contains("按时公开", metadata);
        Assert.Equal(5, page.Document.QuerySelectorAll(".toc a").Length);
        Assert.All(page.Document.QuerySelectorAll(".toc a"), a => Assert.NotNull(page.Document.GetElementById(Uri.UnescapeDataString(a.GetAttribute("href")![1..]))));
        Assert.NotNull(page.Document.QuerySelector(".prose table"));
        Assert.Contains("标准表.csv", page.Document.QuerySelector(".attachments")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector(".qr svg"));
        Assert.Equal("桂平市社会救助办法", page.Meta("ArticleTitle"));
        Assert.Equal("2026-03-02 09:00", page.Meta("PubDate"));
    }

    [Fact]
    public async Task Details_Corrected_ShowsTheNewestTextAndEveryVersion()
    {
        var page = await site.GetAsync("/disclosures/" + site.Sample.Corrected);

        Assert.Contains("请抓好贯彻执行", page.Main);
        Assert.DoesNotContain("请认真贯彻执行", page.Main);
        Assert.Contains("更正救助标准数字", page.Main);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/disclosures/{site.Sample.Corrected}/versions/1']"));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/disclosures/{site.Sample.Corrected}/changes/1/2']"));
    }

    [Fact]
    public async Task Version_Older_ShowsItsOwnTextAndPointsToTheNewest()
    {
        var page = await site.GetAsync($"/disclosures/{site.Sample.Corrected}/versions/1");

        Assert.Contains("请认真贯彻执行", page.Main);
        Assert.Contains("已由第 2 版替代", page.Document.QuerySelector(".notice")!.TextContent);
    }

    [Fact]
    public async Task Changes_TwoVersions_MarksTheWords()
    {
        var page = await site.GetAsync($"/disclosures/{site.Sample.Corrected}/changes/1/2");

        Assert.Contains(page.Document.QuerySelectorAll(".difference ins"), e => e.TextContent.Contains("抓好") || e.TextContent.Contains('抓'));
        Assert.Contains(page.Document.QuerySelectorAll(".difference del"), e => e.TextContent.Contains("认真"));
    }

    [Fact]
    public async Task Changes_PlainSummaryOfTwoVersions_ShowsTheNumberThatChanged()
    {
        var page = await site.GetAsync($"/disclosures/{site.Sample.Corrected}/changes/1/2");
        var section = page.Document.QuerySelector("section[aria-labelledby='plain']")!;

        Assert.EndsWith("810", section.QuerySelector("del")!.TextContent);
        Assert.EndsWith("880", section.QuerySelector("ins")!.TextContent);
    }

    [Theory]
    [InlineData("/disclosures/{normative}")]
    [InlineData("/disclosures/{normative}/versions/1")]
    public async Task PlainSummary_OnScreen_StandsAboveTheText(string address)
    {
        var page = await site.GetAsync(address.Replace("{normative}", site.Sample.Normative, StringComparison.Ordinal));
        var summary = page.Document.QuerySelector(".plain-words")!;

        Assert.Contains("低保怎么申请，标准是多少，这份文件都有规定。", summary.TextContent, StringComparison.Ordinal);
        Assert.True(summary.HasAttribute("data-readable"));
        foreach (var later in page.Document.QuerySelectorAll(".prose, .metadata"))
            Assert.True(summary.CompareDocumentPosition(later).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
    }

    [Fact]
    public async Task PlainSummary_OnPaper_FollowsTheDocumentAndIsMarkedAsNoPartOfIt()
    {
        var page = await site.GetAsync($"/disclosures/{site.Sample.Normative}/print");
        var (title, text, summary) = (page.Document.QuerySelector(".sheet-title")!, page.Document.QuerySelector(".sheet > .prose")!, page.Document.QuerySelector(".sheet-aside .plain-words")!);

        Assert.True(title.CompareDocumentPosition(text).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
        Assert.True(text.CompareDocumentPosition(summary).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
        Assert.Equal(summary, page.Document.QuerySelectorAll(".plain-words").Single());
        Assert.Contains("不是文件内容", page.Document.QuerySelector(".sheet-aside")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{error}", "数据有误，已撤回核实。", "关于公布有误数据的通知")]
    [InlineData("{personal}", "该信息已停止公开", "该信息已停止公开")]
    [InlineData("{replaced}", "已由新办法替代。", "关于旧办法的通知")]
    public async Task Details_Withdrawn_Is410WithItsNotice(string address, string notice, string title)
    {
        var page = await site.GetAsync(site.Sample.Fill("/disclosures/" + address));

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains(notice, page.Document.QuerySelector(".withdrawn")!.TextContent);
        Assert.Equal(title, page.Document.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(PublicSample.SecretWords, page.Text);
        Assert.DoesNotContain("个人信息", page.Document.QuerySelector(".withdrawn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(address == "{replaced}", page.Document.QuerySelector(".prose") is not null);
    }

    [Theory]
    [InlineData("/versions/1")]
    [InlineData("/print")]
    [InlineData("/download")]
    [InlineData("/versions/1/attachments/1/x.csv")]
    public async Task BelowAWithdrawnAddress_EveryOutputIsClosed(string below)
    {
        var page = await site.GetAsync(site.Sample.Fill("/disclosures/{personal}" + below));

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.DoesNotContain(PublicSample.SecretWords, page.Text);
    }

    [Theory]
    [InlineData("/disclosures")]
    [InlineData("/feed.xml")]
    [InlineData("/sitemap.xml?month=2026-03")]
    [InlineData("/search?q=通知")]
    [InlineData("/organisations/{organisation}")]
    [InlineData("/catalogue/{domain}/{item}")]
    public async Task List_Withdrawn_IsGoneFromEveryList(string pattern)
    {
        var page = await site.GetAsync(site.Sample.Fill(pattern));

        Assert.Contains(site.Sample.Normative[..4], page.Text);
        Assert.DoesNotContain(site.Sample.WithdrawnError, page.Text);
        Assert.DoesNotContain(site.Sample.WithdrawnPersonal, page.Text);
    }

    [Fact]
    public async Task IndexNumber_Address_RedirectsForGood()
    {
        using var response = await site.Client.GetAsync("/disclosures/" + site.Sample.IndexNumber, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/disclosures/" + site.Sample.Normative, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Print_Normative_HasRedHeaderAddressVersionAndWarning()
    {
        var page = await site.GetAsync($"/disclosures/{site.Sample.Normative}/print");

        // A seal belongs on paper that somebody sealed; no drawing of one is ever printed.
        Assert.Empty(page.Document.QuerySelectorAll(".sheet img, .sheet svg:not(.qr svg)"));
        Assert.Contains("文件", page.Document.QuerySelector(".red-head")!.TextContent);
        var foot = page.Document.QuerySelector(".sheet-foot")!;
        Assert.Contains("网站打印件，以正式文件为准", foot.TextContent);
        Assert.Contains("https://www.example.gov.cn/disclosures/" + site.Sample.Normative, foot.TextContent);
        Assert.Contains("第 1 版", foot.TextContent);
        Assert.NotNull(foot.QuerySelector("svg"));
    }

    [Fact]
    public async Task Print_OrdinaryNotice_HasNoRedHeader() =>
        Assert.Null((await site.GetAsync($"/disclosures/{site.Sample.Corrected}/print")).Document.QuerySelector(".red-head"));

    [Fact]
    public async Task Attachment_WholeAndRange_DownloadsInASandbox()
    {
        var path = $"/disclosures/{site.Sample.Normative}/versions/1/attachments/1/" + Uri.EscapeDataString("标准表.csv");
        using var whole = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(0, 5) } };
        using var part = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.Equal("attachment", whole.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("标准表.csv", whole.Content.Headers.ContentDisposition.FileNameStar);
        Assert.EndsWith("sandbox", whole.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("类别", await part.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Download_Published_IsAWordFile()
    {
        using var response = await site.Client.GetAsync($"/disclosures/{site.Sample.Normative}/download", TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("桂平市社会救助办法.docx", response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(site.Sample.Normative + ".docx", response.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.Equal("PK"u8.ToArray(), bytes[..2]);
    }
}
