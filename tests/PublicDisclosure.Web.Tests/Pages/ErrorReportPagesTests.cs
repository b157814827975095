using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages;

/// <summary>我为政府网站找错, from the foot of a page to the answer read by code, without a script.</summary>
public sealed class ErrorReportPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Report_FromThePageToTheAnswer()
    {
        using var visitor = site.Visitor();
        var link = (await visitor.OpenAsync("/organisations/mzj")).Document.QuerySelector("footer a[href^='/report-error']")!.GetAttribute("href")!;
        var form = await visitor.OpenAsync(link);
        Assert.Equal("/organisations/mzj", form.Value("Input.Address"));
        var received = await visitor.SubmitAsync(form, [("Input.Kind", "Outdated"), ("Input.Words", "办公时间是去年的"), ("Input.Contact", "13800001234")]);
        Assert.True(received.Code == 200, string.Join(' ', received.Errors));
        var code = received.Document.QuerySelector(".query-code")!.TextContent;

        var waiting = await TrackAsync(visitor, code);
        Assert.Contains("正在办理", waiting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("办公时间是去年的", waiting.Text, StringComparison.Ordinal);

        var id = await site.ReadAsync(db => db.ErrorReports.Where(r => r.Address == "/organisations/mzj").Select(r => r.Id).SingleAsync());
        using var clerk = await site.StaffAsync("clerk");
        var desk = await clerk.OpenAsync($"/admin/error-reports/{id}");
        Assert.Contains("办公时间是去年的", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", desk.Text, StringComparison.Ordinal);
        Assert.Contains("13800001234", (await clerk.SubmitAsync(desk, form: "form[action*='handler=Contact']")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == ErrorReportTransitions.See && e.ObjectId == id)));
        using var foreign = await site.StaffAsync("township-clerk");
        Assert.Equal(404, (await foreign.OpenAsync($"/admin/error-reports/{id}")).Code);

        var refused = await clerk.SubmitAsync(desk, [("Input.Answer", "请找 11010519491231002X")], form: "form.panel");
        Assert.Equal(422, refused.Code);
        Assert.Equal(302, (await clerk.SubmitAsync(desk, [("Input.Outcome", "Fixed"), ("Input.Answer", "已更新，谢谢。")], form: "form.panel")).Code);
        Assert.Equal(409, (await clerk.SubmitAsync(desk, [("Input.Outcome", "Fixed"), ("Input.Answer", "再答。")], form: "form.panel")).Code);
        Assert.Contains("已更新，谢谢。", (await TrackAsync(visitor, code)).Text, StringComparison.Ordinal);
        Assert.Matches("收到 [1-9][0-9]* 件", (await visitor.OpenAsync("/report-error")).Text);
    }

    [Theory]
    [InlineData("", "错", "Input.Address")]
    [InlineData("https://evil.example", "错", "")]
    [InlineData("/a", "", "Input.Words")]
    public async Task Report_BadInput_ComesBackWithWhatWasTyped(string address, string words, string field)
    {
        using var visitor = site.Visitor();
        var refused = await visitor.SubmitAsync(await visitor.OpenAsync("/report-error"), [("Input.Address", address), ("Input.Kind", "Outdated"), ("Input.Words", words)]);
        if (field.Length == 0)
        {
            // A whole address is read as the path of its page.
            Assert.Equal(200, refused.Code);
            return;
        }

        Assert.Equal(422, refused.Code);
        Assert.NotEmpty(refused.Errors);
        Assert.Equal(words, refused.Value("Input.Words"));
    }

    [Fact]
    public async Task Report_KindNotChosen_IsAskedFor()
    {
        using var visitor = site.Visitor();
        var refused = await visitor.SubmitAsync(await visitor.OpenAsync("/report-error"), [("Input.Address", "/five"), ("Input.Words", "打不开")]);

        Assert.Equal(422, refused.Code);
        Assert.Equal(["请选择问题类型。"], refused.Errors);
    }

    [Theory]
    [InlineData("0000-0000-0000-0000")]
    [InlineData("不是查询码")]
    public async Task Track_WrongCode_SaysTheSameWhateverIsWrong(string code)
    {
        using var visitor = site.Visitor();
        var answer = await TrackAsync(visitor, code);
        Assert.Equal(422, answer.Code);
        Assert.Equal(["没有找到。请核对查询码，共 16 位。"], answer.Errors);
    }

    [Fact]
    public async Task Footer_OfTheFormItself_LinksToTheBareForm()
    {
        using var visitor = site.Visitor();
        Assert.Equal("/report-error", (await visitor.OpenAsync("/report-error?page=%2Ffive")).Document.QuerySelector("footer a[href^='/report-error']")!.GetAttribute("href"));
    }

    private static async Task<SitePage> TrackAsync(HttpClient client, string code) => await client.SubmitAsync(await client.OpenAsync("/report-error/track"), [("Input.Code", code)]);
}
