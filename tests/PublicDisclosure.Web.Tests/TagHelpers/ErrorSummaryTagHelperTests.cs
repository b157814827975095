using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.TagHelpers;

namespace PublicDisclosure.Web.Tests.TagHelpers;

public sealed class ErrorSummaryTagHelperTests
{
    private readonly TagHelperBench _bench = new();

    [Fact]
    public async Task Process_NoErrors_ShowsNothing() =>
        Assert.Empty((await RunAsync()).ChildNodes);

    [Fact]
    public async Task Process_FieldError_LinksToTheField()
    {
        _bench.ModelState.AddModelError("Input.Title", "请填写标题。");

        var link = (await RunAsync()).QuerySelector("a")!;

        Assert.Equal("#Input_Title", link.GetAttribute("href"));
        Assert.Equal("请填写标题。", link.TextContent);
    }

    [Fact]
    public async Task Process_RefusalOfTheWhole_IsShownWithoutALink()
    {
        _bench.ModelState.AddRefusals([new Refusal("Page.EditedMeanwhile")]);

        var body = await RunAsync();

        Assert.Empty(body.QuerySelectorAll("a"));
        Assert.Contains("其他人已经作了修改", body.QuerySelector("li")!.TextContent);
    }

    private Task<AngleSharp.Dom.IElement> RunAsync() =>
        TagHelperBench.RunAsync(new ErrorSummaryTagHelper { ViewContext = _bench.View }, "error-summary");
}
