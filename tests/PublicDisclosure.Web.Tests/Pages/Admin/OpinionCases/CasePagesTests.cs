using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin.OpinionCases;

/// <summary>Cases as clerk, reviewer and office meet them, and what of them never leaves the staff pages.</summary>
public sealed class CasePagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Secret = "绝不外传的舆情字样";

    private static DateTime Now => SiteFactory.Clock.Now;

    [Fact]
    public async Task New_ByForm_EntersTheCaseWithItsClocks()
    {
        using var clerk = await site.StaffAsync("clerk");
        var form = await clerk.OpenAsync("/admin/opinion-cases/new");
        var entered = await clerk.SubmitAsync(form, Fields());
        Assert.True(entered.Code == 302, string.Join(' ', entered.Errors));

        var details = await clerk.FollowAsync(entered);
        Assert.Contains("已登记", details.Flash, StringComparison.Ordinal);
        Assert.Contains("公开回应", details.Text, StringComparison.Ordinal);
        Assert.Contains("计时中", details.Text, StringComparison.Ordinal);
        // The same form sent again makes no second case.
        await clerk.SubmitAsync(form, Fields());
        Assert.Equal(1, await site.ReadAsync(db => db.OpinionCases.CountAsync(c => c.Title == "网传停水")));
        Assert.Contains("网传停水", (await clerk.OpenAsync("/admin/opinion-cases")).Text, StringComparison.Ordinal);
        Assert.Contains("网传停水", (await clerk.OpenAsync("/admin?kind=OpinionCase")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_TimesThatCannotBe_AreRefusedAndWhatWasTypedStays()
    {
        using var clerk = await site.StaffAsync("clerk");
        var refused = await clerk.SubmitAsync(await clerk.OpenAsync("/admin/opinion-cases/new"), Fields("留着的名称", foundBefore: TimeSpan.FromHours(9)));
        Assert.Equal(422, refused.Code);
        Assert.Contains(refused.Errors, e => e.Contains("发现时间不能早于事件发生时间", StringComparison.Ordinal));
        Assert.Equal("留着的名称", refused.Value("Input.Title"));
    }

    [Fact]
    public async Task Steps_ByRole_LeadFromAssessmentToADraftOfTheResponse()
    {
        var id = await CaseAsync();
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        await MustAsync(clerk, $"/admin/opinion-cases/{id}/act?verb=assess", ("Input.Text", "属实。"));
        await MustAsync(clerk, $"/admin/opinion-cases/{id}/act?verb=handle", ("Input.Text", "已处置。"));
        // Deciding to respond is the reviewer's.
        Assert.Equal(404, (await clerk.OpenAsync($"/admin/opinion-cases/{id}/act?verb=respond")).Code);
        Assert.Equal(404, (await clerk.OpenAsync($"/admin/opinion-cases/{id}/grade")).Code);
        await MustAsync(reviewer, $"/admin/opinion-cases/{id}/act?verb=respond", ("Input.Text", "发布情况说明。"));

        var details = await clerk.OpenAsync($"/admin/opinion-cases/{id}");
        var start = details.Document.QuerySelector("a[href^='/admin/responses/new']")!.GetAttribute("href")!;
        var drafted = await clerk.SubmitAsync(await clerk.OpenAsync(start), [("Title", "关于停水的回应"), ("Input.Concern", "什么时候来水？"), ("Input.Matter", "城南停水")]);
        Assert.True(drafted.Code == 302, string.Join(' ', drafted.Errors));
        Assert.Equal(200, (await clerk.FollowAsync(drafted)).Code);
        Assert.Contains("关于停水的回应", (await clerk.OpenAsync($"/admin/opinion-cases/{id}")).Text, StringComparison.Ordinal);
        // Without anything published there is nothing to evaluate.
        var refused = await clerk.OpenAsync($"/admin/opinion-cases/{id}/act?verb=evaluate");
        Assert.Contains("还没有发布任何回应", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grade_ChangedAfterItsLimit_ShowsBoth()
    {
        var id = await CaseAsync(CaseGrade.Grave, hoursAgo: 30);
        using var reviewer = await site.StaffAsync("reviewer");
        await MustAsync(reviewer, $"/admin/opinion-cases/{id}/grade", ("Input.Grade", "Ordinary"), ("Input.Text", "影响较小。"));
        var rows = (await reviewer.OpenAsync($"/admin/opinion-cases/{id}")).Document.QuerySelectorAll("section[aria-labelledby=clocks] tbody tr");
        Assert.Equal(3, rows.Length);
        Assert.Equal(2, rows.Count(r => r.TextContent.Contains("超时", StringComparison.Ordinal)));
        Assert.Single(rows, r => r.TextContent.Contains("计时中", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Act_EditedMeanwhile_Answers409AndKeepsTheText()
    {
        var id = await CaseAsync();
        using var clerk = await site.StaffAsync("clerk");
        var form = await clerk.OpenAsync($"/admin/opinion-cases/{id}/act?verb=assess");
        var by = await site.UserAsync("demo-clerk-mzj");
        Assert.True((await site.UseAsync<CaseDesk, Outcome>(d => d.RequestTimeAsync(new RequestCaseTime(id, 0, CaseTimeKind.Found, Now.AddMinutes(-5), "记录", by)))).IsDone);
        var late = await clerk.SubmitAsync(form, [("Input.Text", "我写的研判")]);
        Assert.Equal(409, late.Code);
        Assert.Equal("我写的研判", late.Value("Input.Text"));
    }

    [Fact]
    public async Task Times_NeedASecondPerson()
    {
        var id = await CaseAsync();
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        await MustAsync(clerk, $"/admin/opinion-cases/{id}/times", ("Input.Kind", "Event"), ("Input.To", Beijing(Now.AddHours(-4))), ("Input.Evidence", "出警记录"));
        Assert.Contains("已有一项时间更正在等待确认", (await clerk.OpenAsync($"/admin/opinion-cases/{id}/times")).Text, StringComparison.Ordinal);
        var confirm = await reviewer.OpenAsync($"/admin/opinion-cases/{id}/times");
        Assert.Equal(302, (await reviewer.SubmitAsync(confirm, button: "button[value=true]")).Code);
        Assert.Equal("出警记录", (await site.ReadAsync(db => db.OpinionCases.SingleAsync(c => c.Id == id))).EventEvidence);
    }

    [Fact]
    public async Task File_OfTheCase_IsReadByThoseWhoSeeItAndNobodyElse()
    {
        var id = await CaseAsync();
        using var clerk = await site.StaffAsync("clerk");
        var added = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/opinion-cases/{id}"), form: "main form", files: [("Input.File", "截图.csv", "时间,内容\n10:00,停水\n"u8.ToArray())]);
        Assert.True(added.Code == 302, string.Join(' ', added.Errors));
        var link = (await clerk.FollowAsync(added)).Document.QuerySelector($"a[href^='/admin/opinion-cases/{id}/files/']")!.GetAttribute("href")!;
        Assert.Equal(200, (await clerk.OpenAsync(link)).Code);
        using var foreign = await site.StaffAsync("township-clerk");
        Assert.Equal(404, (await foreign.OpenAsync(link)).Code);
        Assert.Equal(404, (await foreign.OpenAsync($"/admin/opinion-cases/{id}")).Code);
        using var visitor = site.Visitor();
        Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync(link)).RedirectsTo, StringComparison.Ordinal);
        var wrong = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/opinion-cases/{id}"), form: "main form", files: [("Input.File", "假图.png", "不是图片"u8.ToArray())]);
        Assert.Equal(422, wrong.Code);
    }

    [Fact]
    public async Task Consultation_ShowsTheAskedDepartmentTheQuestionAlone()
    {
        var id = await CaseAsync();
        using var clerk = await site.StaffAsync("clerk");
        var township = await site.OrganisationAsync("450881101");
        await MustAsync(clerk, $"/admin/opinion-cases/{id}/act?verb=assess", ("Input.Text", Secret));
        await MustAsync(clerk, $"/admin/opinion-cases/{id}/consult", ("Input.Organisations", township.ToString()), ("Input.Text", "资金是否到位？"), ("Input.DueAt", Beijing(Now.AddHours(5))));
        using var asked = await site.StaffAsync("township-clerk");
        var link = (await asked.OpenAsync("/admin?kind=CaseOpinion")).Document.QuerySelector("a[href^='/admin/opinion-cases/consultations/']")!.GetAttribute("href")!;
        var page = await asked.OpenAsync(link);
        Assert.Contains("资金是否到位？", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.OpenAsync(link)).Code);
        Assert.Equal(302, (await asked.SubmitAsync(page, [("Input.Opinion", "已到位。")])).Code);
        Assert.Contains("已经回复", string.Join(' ', (await asked.SubmitAsync(page, [("Input.Opinion", "再答。")])).Errors), StringComparison.Ordinal);
        Assert.Contains("已到位。", (await clerk.OpenAsync($"/admin/opinion-cases/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Public_OfACaseWithItsResponse_ShowsTheResponseAndNothingOfTheCase()
    {
        var office = await Office.OpenAsync(site);
        var policy = await office.InAsync(DisclosureState.Published, Office.Text("关于供水价格的通知"));
        var policyAddress = (await office.FindAsync(policy)).Address!;
        var id = await CaseAsync(words: Secret);
        using var clerk = await site.StaffAsync("clerk");
        foreach (var verb in new[] { "assess", "handle" }) await MustAsync(clerk, $"/admin/opinion-cases/{id}/act?verb={verb}", ("Input.Text", Secret));
        var drafted = await clerk.SubmitAsync(
            await clerk.OpenAsync($"/admin/responses/new?case={id}&organisation={office.Organisation}"),
            [("Title", "关于供水价格误读的澄清"), ("Input.Concern", "居民水费涨不涨？"), ("Input.Policy", "/disclosures/" + policyAddress), ("Input.ClarifiesMisreading", "true")]);
        Assert.True(drafted.Code == 302, string.Join(' ', drafted.Errors));
        var response = Guid.Parse(drafted.RedirectsTo.Split('/')[^2]);
        await site.UseAsync<DisclosureEditor, Outcome>(async e => await e.EditAsync(new EditDisclosure(
            response, (await office.FindAsync(response)).Revision, Office.Text("关于供水价格误读的澄清") with { Genre = DisclosureGenre.Response }, [], office.Clerk)));
        using var visitor = site.Visitor();
        Assert.DoesNotContain("供水价格误读", (await visitor.OpenAsync("/responses")).Text, StringComparison.Ordinal);
        await office.LeadAsync(response, DisclosureState.Published);
        var address = (await office.FindAsync(response)).Address!;

        Assert.Contains("关于供水价格误读的澄清", (await visitor.OpenAsync("/responses?misreading=1")).Text, StringComparison.Ordinal);
        Assert.Contains("误读澄清", (await visitor.OpenAsync("/disclosures/" + policyAddress)).Text, StringComparison.Ordinal);
        Assert.NotNull((await visitor.OpenAsync("/disclosures/" + policyAddress)).Document.QuerySelector($"a[href='/disclosures/{address}']"));
        Assert.NotNull((await visitor.OpenAsync("/disclosures/" + address)).Document.QuerySelector($"a[href='/disclosures/{policyAddress}']"));
        Assert.Contains("供水价格误读", await visitor.GetStringAsync("/responses/feed.xml"), StringComparison.Ordinal);
        foreach (var output in new[]
        {
            "/", "/responses", "/responses/feed.xml", "/feed.xml", "/sitemap.xml", "/disclosures", "/search?q=" + Uri.EscapeDataString(Secret), "/organisations/mzj", "/coverage", "/calendar/hours",
            "/disclosures/" + address, "/disclosures/" + address + "/print", "/disclosures/" + address + "/versions/1", "/disclosures/" + policyAddress, "/report-error", "/withdrawals",
        })
        {
            var text = await visitor.GetStringAsync(output);
            // A search page repeats what was searched for and nothing else.
            Assert.True(output.StartsWith("/search", StringComparison.Ordinal) || !text.Contains(Secret, StringComparison.Ordinal), output);
            Assert.DoesNotContain(id.ToString(), text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<Guid> CaseAsync(CaseGrade grade = CaseGrade.Ordinary, int hoursAgo = 2, string words = "网传停水的内容")
    {
        var (organisation, by) = (await site.OrganisationAsync("mzj"), await site.UserAsync("demo-clerk-mzj"));
        var facts = new CaseFacts("网传停水" + Guid.NewGuid().ToString("N")[..6] + words, words, CaseSource.Media, words, grade, Now.AddHours(-hoursAgo), words, Now.AddHours(-hoursAgo / 2d), words);
        return (await site.UseAsync<CaseDesk, OutcomeOf<Guid>>(d => d.RegisterAsync(new RegisterCase(organisation, facts, by)))).Value;
    }

    private static async Task MustAsync(HttpClient client, string path, params (string Name, string? Value)[] fields)
    {
        var answer = await client.SubmitAsync(await client.OpenAsync(path), fields);
        Assert.True(answer.Code == 302, $"{path}: {answer.Code} {string.Join(' ', answer.Errors)}");
    }

    private static IEnumerable<(string, string?)> Fields(string title = "网传停水", TimeSpan? foundBefore = null) =>
    [
        ("Input.Title", title), ("Input.Summary", "转发“全城停水”。"), ("Input.Source", "Media"), ("Input.Grade", "Ordinary"),
        ("Input.EventAt", Beijing(Now.AddHours(-3))), ("Input.EventEvidence", "水厂记录"), ("Input.FoundAt", Beijing(Now - (foundBefore ?? TimeSpan.FromHours(1)))), ("Input.FoundEvidence", "监测日报"),
    ];

    private static string Beijing(DateTime utc) => BusinessClock.BeijingTime(utc).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
