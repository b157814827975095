using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

/// <summary>The office's calendar and the steward's limits, as people use them.</summary>
public sealed class CalendarDeskPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string MarchThird = "三月三：4月19日至21日放假，共3天。";

    [Fact]
    public async Task Import_PasteCorrectSign_ChangesTheYear()
    {
        using var office = await site.StaffAsync("office");
        var form = await office.OpenAsync("/admin/calendar/import");
        var fields = new (string, string?)[]
        {
            ("Input.Year", "2026"), ("Input.Layer", "Regional"), ("Input.Number", "桂政办发〔2026〕3号"), ("Input.Title", "关于2026年“壮族三月三”放假的通知"),
            ("Input.IssuedOn", "2026-03-02"), ("Input.Text", MarchThird.Replace("共3天", "共4天", StringComparison.Ordinal)),
        };
        var wrong = await office.SubmitAsync(form, fields, "main form");
        Assert.Equal(422, wrong.Code);
        Assert.Contains("三月三写明共 4 天，按日期是 3 天。请核对。", wrong.Errors);
        Assert.Contains("共4天", wrong.Value("Input.Text"), StringComparison.Ordinal);

        fields[5] = ("Input.Text", MarchThird);
        var entered = await office.SubmitAsync(form, fields, "main form");
        Assert.Equal(302, entered.Code);
        var notice = await office.OpenAsync(entered.RedirectsTo);
        Assert.Contains("通知中的日子（3 天）", notice.Text, StringComparison.Ordinal);
        var corrected = await office.SubmitAsync(notice, [("Input.On", "2026-04-21"), ("Input.Kind", ""), ("Input.Name", "")], "form[action*='handler=Correct']");
        Assert.Equal(302, corrected.Code);
        Assert.Equal(409, (await office.SubmitAsync(notice, [], "form[action*='handler=Sign']")).Code);
        using var visitor = site.Visitor();
        Assert.Equal(2, (await visitor.OpenAsync("/calendar?year=2026")).Document.QuerySelectorAll("td.computed").Length);

        notice = await office.OpenAsync(entered.RedirectsTo);
        Assert.Equal(302, (await office.SubmitAsync(notice, [], "form[action*='handler=Sign']")).Code);

        var year = await visitor.OpenAsync("/calendar?year=2026");
        Assert.Empty(year.Document.QuerySelectorAll("td.computed"));
        Assert.Contains("桂政办发〔2026〕3号", year.Text, StringComparison.Ordinal);
        var signed = await office.OpenAsync(entered.RedirectsTo);
        Assert.Contains("政务公开主管部门（演示）于", signed.Text, StringComparison.Ordinal);
        Assert.Null(signed.Document.QuerySelector("form[action*='handler=Sign']"));
        Assert.Contains("桂政办发〔2026〕3号", (await office.OpenAsync("/admin/calendar")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FileAndDiscard_LeavesNothing()
    {
        using var office = await site.StaffAsync("office");
        var form = await office.OpenAsync("/admin/calendar/import");
        var entered = await office.SubmitAsync(form,
        [
            ("Input.Year", "2025"), ("Input.Layer", "National"), ("Input.IsAmendment", "true"), ("Input.Number", "补2号"), ("Input.Title", "调整"), ("Input.IssuedOn", "2025-03-02"),
            ("Input.Text", "劳动节：5月6日（周二）放假。"),
        ], "main form");
        Assert.Equal(302, entered.Code);

        var gone = await office.SubmitAsync(await office.OpenAsync(entered.RedirectsTo), [], "form[action*='handler=Discard']");

        Assert.Equal("/admin/calendar", gone.RedirectsTo);
        Assert.Equal(404, (await office.OpenAsync(entered.RedirectsTo)).Code);
    }

    [Fact]
    public async Task Get_ByOtherRoles_IsRefused()
    {
        using var clerk = await site.StaffAsync("clerk");
        using var anonymous = site.Visitor();
        using var township = await site.StaffAsync("township-steward");

        Assert.Equal(403, (await clerk.OpenAsync("/admin/calendar")).Code);
        Assert.Equal(200, (await clerk.OpenAsync("/admin/calendar/moves")).Code);
        Assert.StartsWith("/account/sign-in", (await anonymous.OpenAsync("/admin/calendar/import")).RedirectsTo, StringComparison.Ordinal);
        Assert.Equal(403, (await clerk.OpenAsync("/admin/limits")).Code);
        foreach (var page in new[] { "", "/words", "/ruling?wording=" + Uri.EscapeDataString("及时公开"), "/schedule?item=x" })
            Assert.Equal(404, (await township.OpenAsync("/admin/limits" + page)).Code);
    }

    [Fact]
    public async Task Moves_OfTheOwnOrganisation_StandOnTheDesk()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        await site.WriteAsync(db =>
        {
            db.Add(new DueDateMove
            {
                Id = Guid.NewGuid(),
                DisclosureId = id,
                OrganisationId = office.Organisation,
                From = new DateOnly(2026, 10, 28),
                To = new DateOnly(2026, 10, 30),
                Cause = DueMoveCause.Calendar,
                Source = "国办发明电〔2026〕9号",
                At = SiteFactory.Clock.Now,
            });
            return Task.CompletedTask;
        });
        using var clerk = await site.StaffAsync("clerk");
        using var foreign = await site.StaffAsync("township-clerk");

        Assert.Contains("应公开日期有变化（1 件）", (await clerk.OpenAsync("/admin")).Text, StringComparison.Ordinal);
        Assert.Contains("国办发明电〔2026〕9号", (await clerk.OpenAsync("/admin/calendar/moves")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("国办发明电〔2026〕9号", (await foreign.OpenAsync("/admin/calendar/moves")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ruling_OfAWording_IsPublished()
    {
        using var steward = await site.StaffAsync("steward");
        var address = "/admin/limits/ruling?wording=" + Uri.EscapeDataString("即时公开");
        var form = await steward.OpenAsync(address);
        Assert.Equal("AtOnce", form.Value("Rules[0].Word"));

        var refused = await steward.SubmitAsync(form, [("Rules[0].Word", ""), ("Rules[0].Amount", "0"), ("Input.Article", "")], "main form");
        Assert.Equal(422, refused.Code);
        Assert.Contains("请写明依据。", refused.Errors);
        var ruled = await steward.SubmitAsync(form, [("Rules[0].Word", ""), ("Rules[0].Amount", "2"), ("Rules[0].Unit", "Day"), ("Input.Article", "浔应急发〔2026〕1号")], "main form");
        Assert.Equal(302, ruled.Code);

        using var visitor = site.Visitor();
        Assert.Contains("信息形成或者变更之日起2日内", (await visitor.OpenAsync("/calendar/limits")).Text, StringComparison.Ordinal);
        Assert.Contains("浔应急发〔2026〕1号", (await steward.OpenAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await steward.OpenAsync("/admin/limits/ruling?wording=nothing")).Code);
    }

    [Fact]
    public async Task Words_Settled_ArePublished()
    {
        using var steward = await site.StaffAsync("steward");
        var form = await steward.OpenAsync("/admin/limits/words");
        Assert.Equal(422, (await steward.SubmitAsync(form, [("Input.Word", "Promptly"), ("Input.Amount", "-5"), ("Input.Note", "x")], "main form")).Code);
        Assert.Equal(302, (await steward.SubmitAsync(form, [("Input.Word", "Promptly"), ("Input.Amount", "6"), ("Input.Unit", "WorkingDay"), ("Input.Note", "浔政办发〔2026〕6号")], "main form")).Code);

        using var visitor = site.Visitor();
        Assert.Contains("6个工作日内（“及时”）", (await visitor.OpenAsync("/calendar/limits")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_EnterAndRemove_ShowsOnTheItem()
    {
        using var steward = await site.StaffAsync("steward");
        var code = await site.ReadAsync(db => db.Items.Where(i => i.Text.TimeLimit.Contains("公布日程")).Select(i => i.Code).FirstAsync());
        var form = await steward.OpenAsync("/admin/limits/schedule?item=" + code);
        var day = Office.Today.AddDays(30).ToString("yyyy-MM-dd", null);
        Assert.Equal(422, (await steward.SubmitAsync(form, [("Input.On", ""), ("Input.Name", "")], "form.form")).Code);
        Assert.Equal(302, (await steward.SubmitAsync(form, [("Input.On", day), ("Input.Name", "季度数据")], "form.form")).Code);

        using var visitor = site.Visitor();
        Assert.Contains("季度数据", (await visitor.OpenAsync("/calendar/limits?item=" + code)).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await steward.SubmitAsync(await steward.OpenAsync("/admin/limits/schedule?item=" + code), [], "form[action*='handler=Remove']")).Code);
        Assert.DoesNotContain("季度数据", (await visitor.OpenAsync("/calendar/limits?item=" + code)).Text, StringComparison.Ordinal);
    }
}
