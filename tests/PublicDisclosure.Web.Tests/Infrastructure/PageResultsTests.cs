using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Infrastructure;

public sealed class PageResultsTests
{
    private readonly SamplePage _page = new() { PageContext = new PageContext() };

    [Fact]
    public void Answer_Done_Redirects() =>
        Assert.IsType<RedirectResult>(_page.Answer(Outcome.Done, () => new RedirectResult("/admin")));

    [Fact]
    public void Answer_Refused_ShowsThePageWith422AndTheReasonAtItsField()
    {
        var result = Assert.IsType<PageResult>(_page.Answer(Outcome.Refused("Page.EditedMeanwhile", "Title"), Never));

        Assert.Equal(422, result.StatusCode);
        Assert.StartsWith("您打开此页后", _page.ModelState["Input.Title"]!.Errors[0].ErrorMessage);
    }

    [Fact]
    public void Answer_EditedMeanwhile_ShowsThePageWith409()
    {
        Assert.Equal(409, Assert.IsType<PageResult>(_page.Answer(Outcome.EditedMeanwhile, Never)).StatusCode);
        Assert.False(_page.ModelState.IsValid);
    }

    [Fact]
    public void Answer_NotFound_Is404() => Assert.IsType<NotFoundResult>(_page.Answer(Outcome.NotFound, Never));

    [Fact]
    public void TextOf_UnknownCode_ShowsTheCodeAndItsArguments() =>
        Assert.Equal("Nothing.Known [Title] 20", RefusalTexts.Of(new Refusal("Nothing.Known", "Title", 20)));

    private static IActionResult Never() => throw new InvalidOperationException("must not redirect");

    private sealed class SamplePage : PageModel;
}
