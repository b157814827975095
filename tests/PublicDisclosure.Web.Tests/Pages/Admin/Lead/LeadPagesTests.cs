using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Lead;

/// <summary>The desk of a lead department and the way of a reminder from there to the township and back.</summary>
public sealed class LeadPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Township = "450881101", Gaps = $"/admin/lead/gaps?domain=05&township={Township}";

    [Fact]
    public async Task Desk_OfTheLead_ShowsItsDomainsAndTownships()
    {
        using var lead = await site.StaffAsync("reviewer");

        var page = await lead.OpenAsync("/admin/lead?domain=05");

        Assert.Equal(200, page.Code);
        Assert.Contains("社会救助", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("义务教育", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/admin/lead/gaps?domain=05&township={Township}']"));
        Assert.Equal(404, (await lead.OpenAsync("/admin/lead?domain=03")).Code);
        Assert.Equal(404, (await lead.OpenAsync($"/admin/lead/gaps?domain=03&township={Township}")).Code);
        Assert.Equal(404, (await lead.OpenAsync("/admin/lead/rows?domain=05&township=mzj")).Code);
    }

    [Theory]
    [InlineData("clerk", 403)]
    [InlineData("org-admin", 403)]
    [InlineData("auditor", 403)]
    [InlineData("township-reviewer", 200)]
    [InlineData("office", 200)]
    public async Task Desk_EachRole_OpensOrNot(string userName, int code)
    {
        using var client = await site.StaffAsync(userName);

        var page = await client.OpenAsync("/admin/lead");

        Assert.Equal(code, page.Code);
        if (userName == "township-reviewer")
        {
            Assert.Contains("没有牵头的领域", page.Text, StringComparison.Ordinal);
            Assert.Equal(404, (await client.OpenAsync(Gaps)).Code);
        }
    }

    [Fact]
    public async Task Desk_PolicyWithoutItsInterpretation_IsOwedInItsDomainAlone()
    {
        var office = await Office.OpenAsync(site);
        var text = Office.Text() with
        {
            Title = "关于应急救助标准的通知",
            Concerns = PublicConcerns.Livelihood,
            PlainSummary = "遇到急事可以申请救助。",
        };
        var (policy, official) = (await office.DraftAsync(text), await site.UserAsync("office"));
        var revision = (await office.FindAsync(policy)).Revision;
        Assert.True((await site.UseAsync<InterpretationDesk, Outcome>(d => d.WaiveAsync(new WaiveInterpretation(policy, revision, "汛情紧急", official)))).IsDone);
        await site.UseAsync<InterpretationDesk, Outcome>(d => d.PlanAsync(new PlanInterpretation(policy, 0, DisclosureDesk.GoodPlan, DisclosureDesk.Head, true, office.Clerk)));
        await office.LeadAsync(policy, DisclosureState.Published);
        var owner = await site.ReadAsync(db => db.Items.Where(i => i.Code == office.ItemCode).Join(db.Domains, i => i.DomainId, d => d.Id, (_, d) => d.Code).FirstAsync());
        var other = await site.ReadAsync(db => db.Domains.Where(d => d.Code != owner).Select(d => d.Code).FirstAsync());
        using var lead = await site.StaffAsync("office");

        var page = await lead.OpenAsync("/admin/lead?domain=" + owner);
        var row = page.Document.QuerySelector($"section[aria-labelledby='owed-title'] a[href='/disclosures/{(await office.FindAsync(policy)).Address}']")!.Closest("tr")!;

        Assert.Contains("剩余3个工作日", row.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/calendar/count?from=", row.QuerySelector("a.due-date")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("关于应急救助标准的通知", (await lead.OpenAsync("/admin/lead?domain=" + other)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_Anonymous_GoesToSignIn()
    {
        using var visitor = site.Visitor();
        foreach (var path in new[] { "/admin/lead", Gaps, "/admin/lead/reminders", "/admin/reminders", $"/admin/reminders/{Guid.NewGuid()}" })
            Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync(path)).RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_SentAnsweredAndClosed_IsSeenByBothSides()
    {
        var id = await SendAsync("请补充公开名单。");
        using var township = await site.StaffAsync("township-clerk");
        Assert.NotNull((await township.OpenAsync("/admin")).Document.QuerySelector($"main a[href='/admin/reminders/{id}']"));
        Assert.Contains("请补充公开名单。", (await township.OpenAsync("/admin/reminders?state=Open")).Text, StringComparison.Ordinal);
        var opened = await township.OpenAsync($"/admin/reminders/{id}");
        Assert.Null(opened.Document.QuerySelector("#close"));

        Assert.Equal(422, (await township.SubmitAsync(opened, [("Input.Text", "")], "#answer")).Code);
        Assert.Equal(302, (await township.SubmitAsync(opened, [("Input.Text", "下月公开")], "#answer")).Code);
        Assert.Equal(409, (await township.SubmitAsync(opened, [("Input.Text", "再答")], "#answer")).Code);

        using var lead = await site.StaffAsync("reviewer");
        Assert.Contains("请补充公开名单。", (await lead.OpenAsync("/admin/lead/reminders?state=Answered")).Text, StringComparison.Ordinal);
        var sent = await lead.OpenAsync($"/admin/reminders/{id}");
        Assert.Contains("下月公开", sent.Text, StringComparison.Ordinal);
        Assert.Null(sent.Document.QuerySelector("#answer"));
        Assert.Equal(422, (await lead.SubmitAsync(sent, [("Input.Remark", "")], "#close")).Code);
        Assert.Equal(302, (await lead.SubmitAsync(sent, [("Input.Remark", "同意")], "#close")).Code);
        var after = await township.OpenAsync($"/admin/reminders/{id}");
        Assert.Contains("已办结", after.Text, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector("#answer"));
    }

    [Theory]
    [InlineData("township-clerk", 200)]
    [InlineData("township-steward", 200)]
    [InlineData("office", 200)]
    [InlineData("org-admin", 404)]
    [InlineData("clerk", 404)]
    [InlineData("admin", 403)]
    public async Task Reminder_EachRole_BothSidesOnly(string userName, int code)
    {
        var id = await SendAsync("请公开。");
        using var client = await site.StaffAsync(userName);

        Assert.Equal(code, (await client.OpenAsync($"/admin/reminders/{id}")).Code);
    }

    [Fact]
    public async Task Send_BadInput_ComesBackWithWhatWasTyped()
    {
        using var lead = await site.StaffAsync("reviewer");

        var answer = await lead.SubmitAsync(await lead.OpenAsync(Gaps), [("Input.Words", "请公开"), ("Input.DueOn", "2020-01-01")], "#remind");

        Assert.Equal(422, answer.Code);
        Assert.Equal(2, answer.Errors.Count);
        Assert.Equal("请公开", answer.Value("Input.Words"));
    }

    [Fact]
    public async Task Leads_SetByTheCitySteward_AreRefusedToOthers()
    {
        using var steward = await site.StaffAsync("steward");
        var page = await steward.OpenAsync("/admin/catalogue/leads");
        var police = await site.OrganisationAsync("gaj");
        Assert.Equal(200, page.Code);

        Assert.Equal(302, (await steward.SubmitAsync(page, [("Input.LeadId", police.ToString())], "#form-29")).Code);
        Assert.Equal(409, (await steward.SubmitAsync(page, [("Input.LeadId", "")], "#form-29")).Code);
        Assert.Equal(422, (await steward.SubmitAsync(await steward.OpenAsync("/admin/catalogue/leads"), [("Input.LeadId", (await site.OrganisationAsync(Township)).ToString())], "#form-29")).Code);

        Assert.Equal(police, await site.ReadAsync(db => db.Domains.Where(d => d.Code == "29").Select(d => d.LeadOrganisationId).SingleAsync()));
        using var township = await site.StaffAsync("township-steward");
        Assert.Equal(404, (await township.OpenAsync("/admin/catalogue/leads")).Code);
        using var reviewer = await site.StaffAsync("reviewer");
        Assert.Equal(403, (await reviewer.OpenAsync("/admin/catalogue/leads")).Code);
    }

    /// <summary>Sends by the form, about an item nobody has been reminded of yet.</summary>
    private async Task<Guid> SendAsync(string words)
    {
        using var lead = await site.StaffAsync("reviewer");
        var page = await lead.OpenAsync(Gaps);
        var code = page.Document.QuerySelector("input[name='Input.Items']:not([disabled])")!.GetAttribute("value");
        var sent = await lead.SubmitAsync(page, [("Input.Items", code), ("Input.Words", words), ("Input.DueOn", $"{SiteFactory.Clock.Today.AddDays(9):yyyy-MM-dd}")], "#remind");
        Assert.True(sent.Code == 302, string.Join(' ', sent.Errors));
        var id = Guid.Parse(sent.RedirectsTo.Split('/')[^1]);
        Assert.Equal(ReminderState.Open, await site.ReadAsync(db => db.Set<Reminder>().Where(r => r.Id == id).Select(r => r.State).SingleAsync()));
        return id;
    }
}
