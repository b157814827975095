using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.TagHelpers;

namespace PublicDisclosure.Web.Tests.TagHelpers;

public sealed class PageTagsTagHelperTests
{
    private readonly PageTags _tags = new();
    private readonly IOptions<SiteOptions> _site = Options.Create(new SiteOptions { Address = "https://www.example.gov.cn", IdCode = "4508810001" });

    [Fact]
    public async Task Process_ContentPage_CarriesTheTagsOfTheGuidelines()
    {
        var published = new DateTime(2026, 3, 31, 16, 5, 0, DateTimeKind.Utc);
        _tags.Content(new ArticleTags("关于公布低保资金的公告", published, "桂平市民政局"), "社会救助", ColumnTypes.Documents);

        var body = await RunAsync();

        Assert.Equal("关于公布低保资金的公告", Content(body, "ArticleTitle"));
        Assert.Equal("2026-04-01 00:05", Content(body, "PubDate"));
        Assert.Equal("桂平市民政局", Content(body, "ContentSource"));
        Assert.Equal("社会救助", Content(body, "ColumnName"));
        Assert.Equal("文件资料", Content(body, "ColumnType"));
        Assert.Equal("4508810001", Content(body, "SiteIDCode"));
        Assert.Equal("www.example.gov.cn", Content(body, "SiteDomain"));
    }

    [Fact]
    public async Task Process_ColumnPage_CarriesDescriptionAndKeywords()
    {
        _tags.Column("标准目录", ColumnTypes.Catalogue, "各领域基层政务公开标准目录", "标准目录,公开事项");

        var body = await RunAsync();

        Assert.Equal("各领域基层政务公开标准目录", Content(body, "ColumnDescription"));
        Assert.Equal("标准目录,公开事项", Content(body, "ColumnKeywords"));
        Assert.Null(body.QuerySelector("meta[name=ArticleTitle]"));
    }

    [Fact]
    public async Task Process_Home_SaysWhatTheSiteHoldsAndBelongsToNoColumn()
    {
        _tags.Home("按标准目录公开，人人可查。");

        var body = await RunAsync();

        Assert.Equal("按标准目录公开，人人可查。", Content(body, "Description"));
        Assert.Equal("按标准目录公开，人人可查。", body.QuerySelector("meta[property='og:description']")!.GetAttribute("content"));
        Assert.Null(body.QuerySelector("meta[name=ColumnDescription]"));
    }

    [Fact]
    public async Task Process_TitleWithMarkup_IsEscaped()
    {
        _tags.Utility("<script>alert(1)</script>");

        var body = await RunAsync();

        Assert.Null(body.QuerySelector("script"));
        Assert.Equal("noindex", Content(body, "robots"));
    }

    [Fact]
    public async Task Process_PageThatForgot_IsABug() =>
        await Assert.ThrowsAsync<InvalidOperationException>(RunAsync);

    private static string? Content(IElement body, string name) => body.QuerySelector($"meta[name={name}]")?.GetAttribute("content");

    private Task<IElement> RunAsync() =>
        TagHelperBench.RunAsync(new PageTagsTagHelper(_tags, new SiteAddress(_site, new HttpContextAccessor()), _site), "page-tags");
}
