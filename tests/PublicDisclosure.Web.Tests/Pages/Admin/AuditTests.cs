using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Admin.Audit;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

public sealed class AuditTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Get_Anonymous_IsSentToSignIn()
    {
        var page = await site.Visitor().OpenAsync("/admin/audit");

        Assert.Equal(302, page.Code);
        Assert.StartsWith("/account/sign-in", page.RedirectsTo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clerk", false)]
    [InlineData("org-admin", false)]
    [InlineData("admin", false)]
    [InlineData("auditor", true)]
    [InlineData("office", false)]
    public async Task Get_EachRole_OnlyThoseWhoMayRead(string userName, bool may)
    {
        var page = await (await site.StaffAsync(userName)).OpenAsync("/admin/audit");

        Assert.Equal(may, page.Code == 200);
    }

    [Fact]
    public async Task Get_Search_FindsByPersonAndActionAndKeepsWhatWasTyped()
    {
        var auditor = await site.StaffAsync("auditor");
        await site.StaffAsync("clerk");

        var page = await auditor.OpenAsync("/admin/audit?Filter.Person=clerk&Filter.Act=Account.SignIn");

        Assert.Equal(200, page.Code);
        var rows = page.Document.QuerySelectorAll("tbody tr").ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains("（clerk）", row.TextContent, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains("登录", row.TextContent, StringComparison.Ordinal));
        Assert.Equal("clerk", page.Value("Filter.Person"));
    }

    [Theory]
    [InlineData("Filter.From=gestern")]
    [InlineData("Filter.From=2026-13-45")]
    [InlineData("Filter.Person=%00%01'%22%3Cscript%3E")]
    [InlineData("after=x&before=y")]
    [InlineData("Filter.To=9999-12-31&Filter.From=0001-01-01")]
    public async Task Get_BadInput_IsNoError(string query)
    {
        var page = await (await site.StaffAsync("auditor")).OpenAsync("/admin/audit?" + query);

        Assert.True(page.Code is 200 or 422, $"{page.Code}");
    }

    [Fact]
    public async Task Export_FormulaInAName_IsMadeHarmless()
    {
        await site.WriteAsync(db =>
        {
            db.Add(AuditEntry.Record(new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), null, "Disclosure.Create", objectName: "=cmd|' /C calc'!A0, \"x\""));
            return Task.CompletedTask;
        });
        var auditor = await site.StaffAsync("auditor");

        using var answer = await auditor.GetAsync("/admin/audit?handler=Export&Filter.About=cmd");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"'=cmd|' /C calc'!A0, \"\"x\"\"\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("2026-03-02 09:00:00", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_EveryAct_HasOne()
    {
        var acts = AccountActs.All.Concat(Enum.GetValues<DisclosureAction>().Select(action => $"Disclosure.{action}"));

        Assert.DoesNotContain(acts, act => Words.Find("Act." + act) is null);
        Assert.Equal("Planted.Act", AuditWords.Of("Planted.Act"));
    }
}
