using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

public sealed class SelfTestPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly string[] Pages = ["/admin/self-test", "/admin/self-test/empty-columns", "/admin/self-test/runs"];

    [Theory]
    [InlineData("clerk", 200, 403)]
    [InlineData("reviewer", 200, 403)]
    [InlineData("steward", 200, 403)]
    [InlineData("auditor", 200, 403)]
    [InlineData("office", 200, 200)]
    [InlineData("admin", 403, 403)]
    public async Task Pages_EachRole_ReadAndOnlyTheOfficeStarts(string userName, int read, int start)
    {
        using var client = await site.StaffAsync(userName);

        foreach (var path in Pages) Assert.Equal(read, (await client.OpenAsync(path)).Code);
        Assert.Equal(start, (await client.OpenAsync("/admin/self-test/start")).Code);
        if (read == 200) Assert.Equal(start == 200, (await client.OpenAsync("/admin/self-test")).Document.QuerySelector("form[action='/admin/self-test/start']") is not null);
    }

    [Fact]
    public async Task Pages_Anonymous_GoToSignIn()
    {
        using var visitor = site.Visitor();
        foreach (var path in Pages.Append("/admin/self-test/start")) Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync(path)).RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ByTheOffice_LeadsToTheBoardWithTheResultAndAnAuditRow()
    {
        using var office = await site.StaffAsync("office");

        var board = await StartAsync(office);

        Assert.StartsWith("自检已开始", board.Flash, StringComparison.Ordinal);
        Assert.Contains("触发单项否决", board.Text, StringComparison.Ordinal);
        Assert.Equal(SelfTestIndicators.All.Count, board.Document.QuerySelectorAll(".self-test-board tbody tr").Length);
        Assert.Contains("未核实", board.Text, StringComparison.Ordinal);
        var by = await site.UserAsync("office");
        Assert.True(await site.ReadAsync(db => db.AuditEntries.AnyAsync(a => a.Action == RunSelfTests.Act && a.By == by)));
        var runs = await office.OpenAsync("/admin/self-test/runs");
        Assert.Contains("政务公开主管部门（演示）", runs.Text, StringComparison.Ordinal);
        Assert.Contains("已完成", runs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_OfADepartment_CountsAndListsItsOwn()
    {
        using var office = await site.StaffAsync("office");
        await StartAsync(office);
        using var clerk = await site.StaffAsync("clerk");

        var own = await clerk.OpenAsync("/admin/self-test/empty-columns");
        var all = await office.OpenAsync("/admin/self-test/empty-columns");

        Assert.All(own.Document.QuerySelectorAll("tbody td[data-label='单位']"), cell => Assert.Equal("市民政局", cell.TextContent.Trim()));
        Assert.NotEmpty(own.Document.QuerySelectorAll("tbody tr"));
        Assert.Null(own.Document.QuerySelector("select[name='organisation']"));
        Assert.True(all.Document.QuerySelectorAll("select[name='organisation'] option").Length > 20);
        Assert.NotNull(all.Document.QuerySelector(".pager a[rel='next']"));
        Assert.Contains("全市", (await clerk.OpenAsync("/admin/self-test")).Text, StringComparison.Ordinal);
        Assert.Empty((await clerk.OpenAsync("/admin/self-test/empty-columns?organisation=jyj")).Document.QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("clerk")]
    [InlineData("reviewer")]
    [InlineData("steward")]
    [InlineData("office")]
    [InlineData("auditor")]
    public async Task Findings_EveryLinkOffered_OpensForWhoeverSeesIt(string userName)
    {
        var desk = await Office.OpenAsync(site);
        var id = await desk.InAsync(Core.Disclosures.DisclosureState.Published);
        await site.WriteAsync(db => db.Versions.Where(v => v.DisclosureId == id).ExecuteUpdateAsync(u => u.SetProperty(v => v.Html, "<p><a href=\"/five/nowhere\">x</a></p>")));
        using var office = await site.StaffAsync("office");
        await StartAsync(office);
        using var client = await site.StaffAsync(userName);

        var links = new HashSet<string>();
        foreach (var rule in SelfTestIndicators.All)
            links.UnionWith((await client.OpenAsync("/admin/self-test/" + rule.Slug)).Document.QuerySelectorAll("td[data-label='改正'] a, th[scope='row'] a").Take(12).Select(a => a.GetAttribute("href")!));

        foreach (var link in links) Assert.True((await client.OpenAsync(link)).Code == 200, link);
        Assert.Equal(userName != "steward", links.Contains($"/admin/disclosures/{id}"));
    }

    [Fact]
    public async Task Pages_BadInput_AreNoError()
    {
        using var office = await site.StaffAsync("office");

        Assert.Equal(404, (await office.OpenAsync("/admin/self-test/nowhere")).Code);
        foreach (var query in new[] { "after=x&before=y", "organisation=%00'%22", "mended=ja", "mended=true", "organisation=" + new string('a', 300), "after=0-ffff-x" })
            Assert.True((await office.OpenAsync("/admin/self-test/empty-columns?" + query)).Code is 200 or 422, query);
        Assert.Equal(200, (await office.OpenAsync("/admin/self-test/runs?after=x")).Code);
    }

    /// <summary>Presses the button, whatever the night's run of the test site is at, and comes back to the board.</summary>
    private async Task<SitePage> StartAsync(HttpClient office)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var answer = await office.SubmitAsync(await office.OpenAsync("/admin/self-test"), form: "form[action='/admin/self-test/start']");
            if (answer.Code == 302)
            {
                await site.UseAsync<RunSelfTests, int>(r => r.RunAsync(TestContext.Current.CancellationToken));
                return await office.FollowAsync(answer);
            }

            Assert.Equal(422, answer.Code);
            Assert.Equal(["自检正在进行，请稍后查看结果。"], answer.Errors);
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The run under way does not end.");
    }
}
