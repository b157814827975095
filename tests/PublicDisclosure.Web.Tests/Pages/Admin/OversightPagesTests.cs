using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

public sealed class OversightPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    public static TheoryData<string> Lists => ["/admin/oversight/waived-warnings", "/admin/oversight/withdrawals", "/admin/oversight/forced-publications"];

    [Theory]
    [InlineData("clerk", 403)]
    [InlineData("reviewer", 403)]
    [InlineData("office", 403)]
    [InlineData("admin", 403)]
    [InlineData("auditor", 200)]
    public async Task Pages_EachRole_AreTheAuditors(string userName, int code)
    {
        var id = await (await Office.OpenAsync(site)).DraftAsync();
        using var client = await site.StaffAsync(userName);

        foreach (var path in Lists.Select(l => l.Data).Append("/admin/oversight").Append($"/admin/oversight/disclosures/{id}"))
            Assert.Equal(code, (await client.OpenAsync(path)).Code);
    }

    [Fact]
    public async Task Pages_Anonymous_GoToSignIn()
    {
        using var visitor = site.Visitor();
        foreach (var path in Lists.Select(l => l.Data).Append("/admin/oversight").Append($"/admin/oversight/disclosures/{Guid.NewGuid()}"))
            Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync(path)).RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_OfOrdinaryWork_SpeaksInWordsNotInCodes()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InCorrectionAsync();
        await office.TouchAsync(id);
        using var auditor = await site.StaffAsync("auditor");

        var page = await auditor.OpenAsync($"/admin/oversight/disclosures/{id}");

        Assert.Contains("登记保密审查结论", page.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(Disclosure|Checklist|Act)\\.[A-Z]", page.Text);
    }

    [Fact]
    public async Task History_FoundByItsIndexNumber_TellsEveryStep()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.Published);
        var number = (await office.FindAsync(id)).IndexNumber;
        using var auditor = await site.StaffAsync("auditor");

        var found = await auditor.OpenAsync($"/admin/oversight?Words={Uri.EscapeDataString(number!)}");
        var link = found.Document.QuerySelector("main tbody a")!.GetAttribute("href")!;
        var history = await auditor.OpenAsync(link);

        Assert.Equal($"/admin/oversight/disclosures/{id}", link);
        foreach (var word in new[] { "办理步骤：提交审查", "保密审查：可以公开", "办理步骤：审签", "公开版本：首次发布", "审计日志：发布" })
            Assert.Contains(word, history.Text, StringComparison.Ordinal);
        Assert.Matches("[0-9a-f]{64}", history.Document.QuerySelector("code.hash")!.TextContent);
        var steps = await auditor.OpenAsync(link + "?kind=Step");
        Assert.DoesNotContain("审计日志：", steps.Document.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (await auditor.OpenAsync($"/admin/oversight/disclosures/{Guid.NewGuid()}")).Code);
        using var file = await auditor.GetAsync(link + "?handler=Export", TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains(number!.Length > 0 ? "首次发布" : "", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaivedWarnings_FilteredAndExported_CarryTheReasonSafely()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync(Office.Text("桂平市民政局关于说明原因的通知"));
        var revision = (await office.FindAsync(id)).Revision;
        await site.UseAsync<DisclosureEditor, Core.Shared.Outcome>(e => e.ExplainAsync(new ExplainWarnings(
            id, revision, new Dictionary<string, string> { ["Checklist.SummaryMissing"] = "=HYPERLINK(\"x\")" }, office.Clerk)));
        using var auditor = await site.StaffAsync("auditor");

        var own = await auditor.OpenAsync("/admin/oversight/waived-warnings?Filter.Organisation=mzj");
        var foreign = await auditor.OpenAsync("/admin/oversight/waived-warnings?Filter.Organisation=jyj");

        Assert.Contains("关于说明原因的通知", own.Text, StringComparison.Ordinal);
        Assert.Equal("mzj", own.Value("Filter.Organisation"));
        Assert.DoesNotContain("关于说明原因的通知", foreign.Text, StringComparison.Ordinal);
        var csv = await auditor.GetStringAsync("/admin/oversight/waived-warnings?Filter.Organisation=mzj&handler=Export", TestContext.Current.CancellationToken);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", csv, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Lists_BadInput_AreNoError(string path)
    {
        using var auditor = await site.StaffAsync("auditor");

        foreach (var query in new[] { "Filter.From=gestern", "Filter.From=2026-13-45&handler=Export", "after=x&before=y", "Filter.To=9999-12-31&Filter.From=0001-01-01", "Filter.Organisation=%00'%22", "after=0-ffff-x" })
            Assert.True((await auditor.OpenAsync($"{path}?{query}")).Code is 200 or 422, query);
    }
}
