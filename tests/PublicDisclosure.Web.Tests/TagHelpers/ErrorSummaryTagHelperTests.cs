using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
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
        await ShowAsync("Input.Title", "Input_Title");
        _bench.ModelState.AddModelError("Input.Title", "请填写标题。");

        var link = (await RunAsync()).QuerySelector("a")!;

        Assert.Equal("#Input_Title", link.GetAttribute("href"));
        Assert.Equal("请填写标题。", link.TextContent);
    }

    [Fact]
    public async Task Process_FieldThatThePageDoesNotShow_IsNamedWithoutALink()
    {
        await ShowAsync("Input.Title", "Input_Title");
        _bench.ModelState.AddModelError("Title", "请填写标题。");

        var body = await RunAsync();

        Assert.Empty(body.QuerySelectorAll("a"));
        Assert.Equal("请填写标题。", body.QuerySelector("li")!.TextContent);
    }

    [Theory]
    [InlineData("Input.Items")]
    [InlineData("Input.Items[2]")]
    [InlineData("Input.Items[2].Code")]
    public async Task Process_PartOfAGroup_LinksToTheGroup(string key)
    {
        await ShowAsync("Input.Items", "items-here");
        _bench.ModelState.AddModelError(key, "事项无效。");

        Assert.Equal("#items-here", (await RunAsync()).QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Process_RowsWithFieldsOfOneName_LinksToTheRowThatWasSent()
    {
        await ShowAsync(null, "remark-1");
        await ShowAsync("Input.Remark", "remark-2");
        _bench.ModelState.AddModelError("Input.Remark", "请填写意见。");

        Assert.Equal("#remark-2", (await RunAsync()).QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Process_RefusalOfTheWhole_IsShownWithoutALink()
    {
        _bench.ModelState.AddRefusals([new Refusal("Page.EditedMeanwhile")]);

        var body = await RunAsync();

        Assert.Empty(body.QuerySelectorAll("a"));
        Assert.Contains("其他人已经作了修改", body.QuerySelector("li")!.TextContent);
    }

    [Fact]
    public async Task Process_FieldsBelow_AreNamedInTheirOrder()
    {
        _bench.ModelState.AddModelError("Domain", "请选择公开领域。");
        _bench.ModelState.AddModelError("Elsewhere", "此项不在本页。");
        _bench.ModelState.AddModelError("Title", "请填写标题。");
        _bench.ModelState.AddModelError("", "其他人已经作了修改。");
        var written = new TagHelperOutput("error-summary", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));

        new ErrorSummaryTagHelper { ViewContext = _bench.View }.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), written);
        await TagHelperBench.RunAsync(new FieldTagHelper(_bench.Get<IHtmlGenerator>()) { For = _bench.Expression(f => f.Title), ViewContext = _bench.View }, "field");
        await TagHelperBench.RunAsync(new FieldTagHelper(_bench.Get<IHtmlGenerator>()) { For = _bench.Expression(f => f.Domain), ViewContext = _bench.View }, "field");
        using var page = new StringWriter();
        written.WriteTo(page, System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));

        Assert.Equal(
            ["其他人已经作了修改。", "请填写标题。", "请选择公开领域。", "此项不在本页。"],
            new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page.ToString()).QuerySelectorAll("li").Select(l => l.TextContent));
    }

    [Fact]
    public async Task Process_ErrorAndFilesSent_SaysThatTheyMustBeChosenAgain()
    {
        await ShowAsync("Input.Title", "Input_Title");
        await ShowAsync("Input.Uploads", "Input_Uploads");
        _bench.ModelState.AddModelError("Input.Title", "请填写标题。");
        SendFiles("名单.csv", "决定.pdf");

        var links = (await RunAsync()).QuerySelectorAll("a");

        Assert.Equal(["#Input_Title", "#Input_Uploads"], links.Select(l => l.GetAttribute("href")));
        Assert.Equal("选择的文件没有保存，改好后请重新选择：名单.csv、决定.pdf。", links[1].TextContent);
    }

    [Fact]
    public async Task Process_FilesSentWithoutError_ShowsNothing()
    {
        SendFiles("名单.csv");

        Assert.Empty((await RunAsync()).ChildNodes);
    }

    private void SendFiles(params string[] names)
    {
        var files = new FormFileCollection();
        files.AddRange(names.Select(name => new FormFile(Stream.Null, 0, 3, "Input.Uploads", name)));
        _bench.View.HttpContext.Request.Form = new FormCollection([], files);
    }

    private async Task ShowAsync(string? name, string id)
    {
        var shown = await TagHelperBench.RunAsync(new ErrorsOfTagHelper { ErrorsOf = name, Id = id, ViewContext = _bench.View }, "fieldset");
        Assert.Equal(id, shown.QuerySelector("fieldset")!.Id);
    }

    private Task<AngleSharp.Dom.IElement> RunAsync() =>
        TagHelperBench.RunAsync(new ErrorSummaryTagHelper { ViewContext = _bench.View }, "error-summary");
}
