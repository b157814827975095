using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Duties;

/// <summary>What people state about a duty: 本期无信息 by two persons, 内容核对无误 by one.</summary>
public sealed class StatementPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Nothing_DeclaredAndConfirmed_TakesTwoPersonsAndFollowsAtOnce()
    {
        var duty = await DutyOffice.OpenAsync(site, "按季度公开");
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        var form = await clerk.OpenAsync(duty.Nothing);
        Assert.Contains(DutyOffice.Missing.Label, form.Text, StringComparison.Ordinal);

        var declared = await clerk.SubmitAsync(form, [("Input.Remark", "这个季度没有新增资金。")]);

        Assert.True(declared.Code == 302, string.Join(' ', declared.Errors));
        // The declarer sees it and cannot decide it, with or without the button.
        var own = await clerk.OpenAsync(declared.RedirectsTo);
        Assert.Null(own.Document.QuerySelector("main form"));
        Assert.Equal(404, await PostAsync(clerk, declared.RedirectsTo));
        Assert.Equal(UnitState(), (TimelinessStatus.Overdue, false));
        Assert.NotNull((await reviewer.OpenAsync("/admin/duties?show=ToConfirm")).Document.QuerySelector($"a[href='{declared.RedirectsTo}']"));

        var waiting = await reviewer.OpenAsync(declared.RedirectsTo);
        Assert.Equal(422, (await reviewer.SubmitAsync(waiting, button: "main form button[value='false']")).Code);
        Assert.Equal(302, (await reviewer.SubmitAsync(waiting, button: "main form button[value='true']")).Code);
        Assert.Equal(409, (await reviewer.SubmitAsync(waiting, button: "main form button[value='true']")).Code);

        Assert.Equal(UnitState(), (TimelinessStatus.NothingThisPeriod, true));
        Assert.Contains("已确认", (await clerk.OpenAsync("/admin/duties/zero-reports?state=Confirmed")).Text, StringComparison.Ordinal);
        Assert.Contains("已申报过本期无信息", (await clerk.OpenAsync(duty.Nothing)).Text, StringComparison.Ordinal);
        var reportId = Guid.Parse(declared.RedirectsTo.Split('/')[^1]);
        Assert.Equal(1, await site.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == "ZeroReport.Confirm" && a.ObjectId == reportId)));

        (TimelinessStatus, bool) UnitState()
        {
            var unit = duty.UnitsAsync().GetAwaiter().GetResult().Single(u => u.Period == DutyOffice.Missing.Key);
            return (StatusRule.Of(unit.Facts, Office.Today, Office.Today), unit.HasZeroReport);
        }
    }

    [Fact]
    public async Task Nothing_Returned_CanBeDeclaredAgain()
    {
        var duty = await DutyOffice.OpenAsync(site, "按季度公开");
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        var form = await clerk.OpenAsync(duty.Nothing);
        var first = await clerk.SubmitAsync(form, [("Input.Remark", "没有。")]);
        // Sent twice, it is declared once.
        var again = await clerk.SubmitAsync(form, [("Input.Remark", "没有。")]);
        Assert.Equal((302, 422), (first.Code, again.Code));

        Assert.Equal(302, (await reviewer.SubmitAsync(await reviewer.OpenAsync(first.RedirectsTo), [("Input.Remark", "请写明原因。")], button: "main form button[value='false']")).Code);

        Assert.Contains("请写明原因。", (await clerk.OpenAsync(first.RedirectsTo)).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await clerk.SubmitAsync(await clerk.OpenAsync(duty.Nothing), [("Input.Remark", "这个季度没有新增资金。")])).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("经办人身份证号11010519491231002X。")]
    [InlineData("没有\u202E。")]
    public async Task Nothing_BadRemark_IsRefusedAndComesBack(string remark)
    {
        var duty = await DutyOffice.OpenAsync(site, "按季度公开");
        using var clerk = await site.StaffAsync("clerk");

        var refused = await clerk.SubmitAsync(await clerk.OpenAsync(duty.Nothing), [("Input.Remark", remark)]);

        Assert.Equal(422, refused.Code);
        Assert.NotEmpty(refused.Errors);
        Assert.Equal(remark, refused.Value("Input.Remark") ?? "");
        Assert.False(await site.ReadAsync(db => db.ZeroReports.AnyAsync(z => z.DutyId == duty.DutyId)));
    }

    [Fact]
    public async Task Nothing_PeriodThatRunsOrIsNone_CannotBeDeclared()
    {
        var duty = await DutyOffice.OpenAsync(site, "按季度公开");
        using var clerk = await site.StaffAsync("clerk");
        var running = await clerk.OpenAsync($"/admin/duties/{duty.DutyId}/nothing?period={DutyOffice.Missing.Next.Next.Key}");

        Assert.Equal(200, running.Code);
        Assert.Null(running.Document.QuerySelector("main form"));
        Assert.Contains("还没有结束", running.Text, StringComparison.Ordinal);
        foreach (var period in new[] { "2019-Q1", "2026-01", "x", "" })
            Assert.Equal(404, (await clerk.OpenAsync($"/admin/duties/{duty.DutyId}/nothing?period={period}")).Code);
    }

    [Fact]
    public async Task Report_OfAnotherOrganisation_IsNotFound()
    {
        var duty = await DutyOffice.OpenAsync(site, "按季度公开");
        using var clerk = await site.StaffAsync("clerk");
        var declared = await clerk.SubmitAsync(await clerk.OpenAsync(duty.Nothing), [("Input.Remark", "没有新增资金。")]);
        using var foreigner = await site.StaffAsync("township-reviewer");

        Assert.Equal(404, (await foreigner.OpenAsync(declared.RedirectsTo)).Code);
        Assert.Equal(404, await PostAsync(foreigner, declared.RedirectsTo));
        Assert.Equal(ZeroReportState.Declared, await site.ReadAsync(db => db.ZeroReports.Where(z => z.DutyId == duty.DutyId).Select(z => z.State).SingleAsync()));
    }

    [Fact]
    public async Task Check_OfAPublishedPage_ShowsThePublicItsDateAndNoName()
    {
        var duty = await DutyOffice.OpenAsync(site, "长期公开");
        using var clerk = await site.StaffAsync("clerk");
        using var visitor = site.Visitor();
        Assert.Contains("还没有公开的页面", (await clerk.OpenAsync(duty.Check)).Text, StringComparison.Ordinal);
        var id = await duty.PublishAsync();
        var published = await site.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => new { d.Address, d.FirstPublishedAt, d.LastPublishedAt, d.CurrentVersion }).SingleAsync());
        var form = await clerk.OpenAsync(duty.Check);
        Assert.NotNull(form.Document.QuerySelector($"main a[href='/disclosures/{published.Address}']"));
        Assert.DoesNotContain("内容核对日期", (await visitor.OpenAsync($"/disclosures/{published.Address}")).Text, StringComparison.Ordinal);

        var stale = await clerk.SubmitAsync(form, [("Input.SeenVersion", "9")]);
        Assert.Equal(409, stale.Code);
        Assert.Equal("1", stale.Value("Input.SeenVersion"));
        var done = await clerk.SubmitAsync(stale, [("Input.Remark", "与现行文件一致")]);
        Assert.True(done.Code == 302, string.Join(' ', done.Errors));
        Assert.Equal(422, (await clerk.SubmitAsync(form)).Code);

        var shown = (await visitor.OpenAsync($"/disclosures/{published.Address}")).Text;
        Assert.Contains("内容核对日期", shown, StringComparison.Ordinal);
        var name = await site.ReadAsync(db => db.Users.Where(u => u.UserName == "clerk").Select(u => u.DisplayName).SingleAsync());
        Assert.DoesNotContain(name, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("与现行文件一致", shown, StringComparison.Ordinal);
        Assert.Equal(published, await site.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => new { d.Address, d.FirstPublishedAt, d.LastPublishedAt, d.CurrentVersion }).SingleAsync()));
        Assert.Equal(Office.Today, (await duty.UnitsAsync()).Single(u => u.Kind == UnitKind.Standing).FulfilledOn);
    }

    private static async Task<int> PostAsync(HttpClient client, string address)
    {
        var token = (await client.OpenAsync("/admin")).Value("__RequestVerificationToken")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("SeenRevision", "0"), KeyValuePair.Create("confirms", "true")]);
        using var response = await client.PostAsync(address, form, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
