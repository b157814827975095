using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using PublicDisclosure.Web.TagHelpers;

namespace PublicDisclosure.Web.Tests.TagHelpers;

public sealed class FieldTagHelperTests
{
    private readonly TagHelperBench _bench = new();

    [Fact]
    public async Task Process_TextWithHint_TiesLabelAndHintToTheControl()
    {
        var field = Field(f => f.Title);
        field.Hint = "不超过20个字";

        var body = await TagHelperBench.RunAsync(field, "field");

        var input = body.QuerySelector("input")!;
        Assert.Equal("标题", body.QuerySelector("label[for=Title]")!.TextContent);
        Assert.Equal("Title-hint", input.GetAttribute("aria-describedby"));
        Assert.Equal("不超过20个字", body.QuerySelector("#Title-hint")!.TextContent);
        Assert.Null(input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Process_InvalidField_ShowsTheErrorAndKeepsWhatWasTyped()
    {
        _bench.ModelState.SetModelValue("Title", "<b>太长</b>", "<b>太长</b>");
        _bench.ModelState.AddModelError("Title", "标题不能超过20个字。");

        var body = await TagHelperBench.RunAsync(Field(f => f.Title), "field");

        var input = body.QuerySelector("input")!;
        Assert.Equal("<b>太长</b>", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Title-error", input.GetAttribute("aria-describedby"));
        Assert.Contains("标题不能超过20个字。", body.QuerySelector("#Title-error")!.TextContent);
        Assert.Contains("field-invalid", body.FirstElementChild!.ClassName);
    }

    [Fact]
    public async Task Process_Date_WritesTheIsoValueTheBrowserExpects()
    {
        _bench.Form.DocumentOn = new DateOnly(2026, 1, 5);

        var body = await TagHelperBench.RunAsync(Field(f => f.DocumentOn), "field");

        Assert.Equal("date", body.QuerySelector("input")!.GetAttribute("type"));
        Assert.Equal("2026-01-05", body.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Process_Select_SelectsThePostedChoice()
    {
        _bench.Form.Domain = "01";
        _bench.ModelState.SetModelValue("Domain", "05", "05");
        var field = Field(f => f.Domain);
        field.Kind = "select";
        field.Empty = "全部";
        field.Options = [new("重大建设项目", "01"), new("社会救助", "05")];

        var body = await TagHelperBench.RunAsync(field, "field");

        Assert.Equal(3, body.QuerySelectorAll("option").Length);
        Assert.Equal("社会救助", body.QuerySelector("option[selected]")!.TextContent);
    }

    [Fact]
    public async Task Process_Checkboxes_AreOneFieldsetWithEachChoiceLabelled()
    {
        _bench.Form.Aspects = ["Decision", "Result"];
        var field = Field(f => f.Aspects);
        field.Kind = "checkboxes";
        field.Options = [new("决策", "Decision"), new("执行", "Execution"), new("结果", "Result")];

        var body = await TagHelperBench.RunAsync(field, "field");

        Assert.Equal("五公开", body.QuerySelector("fieldset > legend")!.TextContent);
        Assert.Equal(["Decision", "Result"], body.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.All(body.QuerySelectorAll("input"), i => Assert.NotNull(body.QuerySelector($"label[for={i.Id}]")));
    }

    [Fact]
    public async Task Process_Bool_IsOneCheckboxWithItsLabelBehind()
    {
        _bench.Form.Checked = true;

        var body = await TagHelperBench.RunAsync(Field(f => f.Checked), "field");

        Assert.True(body.QuerySelector("input[type=checkbox][value=true]")!.HasAttribute("checked"));
        Assert.Equal("已核对", body.QuerySelector("label[for=Checked]")!.TextContent);
    }

    [Fact]
    public async Task Process_OwnContent_ReplacesTheControl()
    {
        var body = await TagHelperBench.RunAsync(Field(f => f.Title), "field", new Microsoft.AspNetCore.Html.HtmlString("<input id=\"Title\" class=\"own\">"));

        Assert.Equal("own", Assert.Single(body.QuerySelectorAll("input")).ClassName);
    }

    private FieldTagHelper Field<TValue>(System.Linq.Expressions.Expression<Func<TagHelperBench.SampleForm, TValue>> property) =>
        new(_bench.Get<IHtmlGenerator>()) { For = _bench.Expression(property), ViewContext = _bench.View };
}
