using System.Globalization;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>The formed date after submission: asked for with a reason, decided by another person, public with its history.</summary>
public sealed class FormedDatePagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Decide = "main form[action*='Decide']";

    private static string Earlier => Office.Today.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Request_ConfirmedByAnother_ChangesTheDateAndStaysInThePublicHistory()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.Published);
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        using var visitor = site.Visitor();
        var form = await clerk.OpenAsync($"/admin/disclosures/{id}/formed-date");
        var without = await clerk.SubmitAsync(form, [("Input.To", Earlier)]);
        Assert.Equal(422, without.Code);
        Assert.Equal(Earlier, without.Value("Input.To"));
        Assert.Equal(422, (await clerk.SubmitAsync(form, [("Input.Reason", "误填")])).Code);
        Assert.Equal(422, (await clerk.SubmitAsync(form, [("Input.To", Office.Today.AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Input.Reason", "误填")])).Code);

        var asked = await clerk.SubmitAsync(without, [("Input.Reason", "原件落款为三日前")]);
        Assert.True(asked.Code == 302, $"{asked.Code} {string.Join(' ', asked.Errors)}");
        Assert.Equal(409, (await clerk.SubmitAsync(form, [("Input.To", Earlier), ("Input.Reason", "再次")])).Code);
        Assert.Equal(Office.Today, (await office.FindAsync(id)).Text.FormedOn);
        var page = await reviewer.OpenAsync($"/admin/disclosures/{id}/formed-date");
        Assert.Equal(422, (await reviewer.SubmitAsync(page, form: Decide, button: $"{Decide} button[value='false']")).Code);
        var done = await reviewer.SubmitAsync(page, form: Decide, button: $"{Decide} button[value='true']");
        Assert.True(done.Code == 302, $"{done.Code} {string.Join(' ', done.Errors)}");

        var found = await office.FindAsync(id);
        Assert.Equal(Office.Today.AddDays(-3), found.Text.FormedOn);
        Assert.Contains("原件落款为三日前", (await visitor.OpenAsync($"/disclosures/{found.Address}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_Open_StandsOnTheReviewersDeskWithALinkUntilItIsDecided()
    {
        const string title = "信息形成日期变更，待确认";
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.Published);
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        using var foreigner = await site.StaffAsync("township-reviewer");
        var link = $"main a[href='/admin/disclosures/{id}/formed-date']";
        Assert.Null((await reviewer.OpenAsync("/admin")).Document.QuerySelector(link));

        await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/formed-date"), [("Input.To", Earlier), ("Input.Reason", "误填")]);

        var desk = await reviewer.OpenAsync("/admin");
        Assert.Contains(title, desk.Text, StringComparison.Ordinal);
        var page = await reviewer.OpenAsync(desk.Document.QuerySelector(link)!.GetAttribute("href")!);
        foreach (var other in new[] { clerk, foreigner }) Assert.DoesNotContain(title, (await other.OpenAsync("/admin")).Text, StringComparison.Ordinal);
        var declined = await reviewer.SubmitAsync(page, [("Input.Remark", "原件落款即为该日")], form: Decide, button: $"{Decide} button[value='false']");
        Assert.True(declined.Code == 302, $"{declined.Code} {string.Join(' ', declined.Errors)}");
        Assert.Null((await reviewer.OpenAsync("/admin")).Document.QuerySelector(link));
        Assert.Equal(Office.Today, (await office.FindAsync(id)).Text.FormedOn);
    }

    [Fact]
    public async Task Pages_AnonymousWrongRoleAndForeigner_AreTurnedAway()
    {
        var office = await Office.OpenAsync(site);
        var address = $"/admin/disclosures/{await office.InAsync(DisclosureState.Published)}/formed-date";
        using var visitor = site.Visitor();
        using var admin = await site.StaffAsync("admin");
        using var foreigner = await site.StaffAsync("township-clerk");
        using var clerk = await site.StaffAsync("clerk");
        using var auditor = await site.StaffAsync("auditor");

        Assert.Equal(302, (await visitor.OpenAsync(address)).Code);
        Assert.Equal(403, (await admin.OpenAsync(address)).Code);
        Assert.Equal(404, (await foreigner.OpenAsync(address)).Code);
        Assert.Null((await auditor.OpenAsync(address)).Document.QuerySelector("main form"));
        await clerk.SubmitAsync(await clerk.OpenAsync(address), [("Input.To", Earlier), ("Input.Reason", "误填")]);
        Assert.Null((await clerk.OpenAsync(address)).Document.QuerySelector(Decide));
    }

    [Fact]
    public async Task Oversight_Auditor_ReadsAndExportsTheShares_OthersDoNot()
    {
        var office = await Office.OpenAsync(site);
        await office.InAsync(DisclosureState.Published);
        using var auditor = await site.StaffAsync("auditor");
        using var clerk = await site.StaffAsync("clerk");
        using var visitor = site.Visitor();

        var page = await auditor.OpenAsync("/admin/oversight/formed-dates");
        Assert.Contains("民政局", page.Text, StringComparison.Ordinal);
        using var file = await auditor.GetAsync("/admin/oversight/formed-dates?handler=Export", TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains("形成日期即录入当日", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(422, (await auditor.OpenAsync("/admin/oversight/formed-dates?From=abc")).Code);
        Assert.Equal(403, (await clerk.OpenAsync("/admin/oversight/formed-dates")).Code);
        Assert.Equal(302, (await visitor.OpenAsync("/admin/oversight/formed-dates")).Code);
    }
}
