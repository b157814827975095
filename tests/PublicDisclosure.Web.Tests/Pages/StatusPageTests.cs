using System.Net;

namespace PublicDisclosure.Web.Tests.Pages;

[Collection(nameof(PublicSite))]
public sealed class StatusPageTests(PublicSite site)
{
    [Theory]
    [InlineData(400, "请求无法识别")]
    [InlineData(403, "没有权限")]
    [InlineData(404, "没有找到该页面")]
    [InlineData(410, "该内容已停止公开")]
    [InlineData(422, "提交的内容需要修改")]
    [InlineData(500, "系统出现错误")]
    [InlineData(418, "没有找到该页面")]
    [InlineData(599, "系统出现错误")]
    public async Task Get_StatusPage_SaysWhatHappenedWithANumberToQuote(int code, string title)
    {
        var page = await site.GetAsync("/status/" + code);

        Assert.Equal((HttpStatusCode)code, page.Status);
        Assert.Equal(title, page.Document.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.Document.QuerySelector("code")!.TextContent);
        Assert.Equal("noindex", page.Meta("robots"));
        Assert.DoesNotContain("Exception", page.Text);
    }

    [Fact]
    public async Task Get_StatusPageOfASuccess_ReadsAsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/status/200")).Status);
}
