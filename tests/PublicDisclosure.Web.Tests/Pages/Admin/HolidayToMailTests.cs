using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

/// <summary>The whole way: the office signs a holiday off on the page, the jobs of the site run, a file lies in the pickup folder.</summary>
public sealed class HolidayToMailTests : IClassFixture<SiteFactory>
{
    private static readonly DateOnly Day = TestClock.DefaultDay;
    private readonly SiteFactory _site;

    public HolidayToMailTests(SiteFactory site)
    {
        _site = site;
        var clock = new TestClock();
        site.Settings["Site:Address"] = "https://zw.example.gov.cn";
        site.Replace = services => services.AddSingleton(clock.Provider as TimeProvider);
    }

    [Fact]
    public async Task SignOff_OfOneHoliday_MovesWhatItCrossesAndWritesOneMail()
    {
        var office = await Office.OpenAsync(_site);
        var crossed = await office.DraftAsync(Office.Text("关于做好救助工作的通知") with { FormedOn = Day, DocumentDate = Day });
        var earlier = await office.DraftAsync(Office.Text("关于公布救助热线的通知") with { FormedOn = new DateOnly(2026, 1, 5), DocumentDate = new DateOnly(2026, 1, 5) });
        var before = await DatesAsync();
        using var client = await _site.StaffAsync("office");
        var entered = await client.SubmitAsync(await client.OpenAsync("/admin/calendar/import"),
        [
            ("Input.Year", "2026"), ("Input.Layer", "National"), ("Input.IsAmendment", "true"), ("Input.Number", "补1号"), ("Input.Title", "关于3月5日放假的通知"),
            ("Input.IssuedOn", "2026-03-02"), ("Input.Text", "纪念日：3月5日（周四）放假，共1天。"),
        ], "main form");
        Assert.Equal(302, entered.Code);
        await RunJobsAsync();
        Assert.Empty(Letters());

        Assert.Equal(302, (await client.SubmitAsync(await client.OpenAsync(entered.RedirectsTo), [], "form[action*='handler=Sign']")).Code);
        await RunJobsAsync();

        var after = await DatesAsync();
        Assert.Equal((new DateOnly(2026, 3, 30), new DateOnly(2026, 3, 31)), (before[crossed], after[crossed]));
        Assert.Equal(before[earlier], after[earlier]);
        Assert.Equal([crossed], await _site.ReadAsync(db => db.DueDateMoves.Select(m => m.DisclosureId).ToListAsync()));
        var letter = Assert.Single(Letters(), l => l.Subject!.Contains("应公开日期有变化", StringComparison.Ordinal));
        Assert.Equal("clerk@guiping.example", letter.To.Mailboxes.Single().Address);
        Assert.Contains("关于做好救助工作的通知", letter.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("救助热线", letter.TextBody, StringComparison.Ordinal);

        // The link in the mail explains the new date, and the log shows the mail.
        var link = letter.TextBody!.Split('\n').Single(l => l.Contains("计算过程", StringComparison.Ordinal)).Split("https://zw.example.gov.cn")[1].Trim();
        using var visitor = _site.Visitor();
        Assert.Contains("2026年3月31日", (await visitor.OpenAsync(link)).Text, StringComparison.Ordinal);
        using var clerk = await _site.StaffAsync("clerk");
        var log = await clerk.OpenAsync("/admin/mail?Kind=DueDatesMoved");
        Assert.Contains(letter.Subject!["【政务公开】".Length..], log.Text, StringComparison.Ordinal);
        Assert.Contains("已发送", log.Text, StringComparison.Ordinal);
        await RunJobsAsync();
        Assert.Single(Letters(), l => l.Subject!.Contains("应公开日期有变化", StringComparison.Ordinal));
    }

    private Task<Dictionary<Guid, DateOnly>> DatesAsync() => _site.ReadAsync(db => db.DueDates.ToDictionaryAsync(d => d.DisclosureId, d => d.DueOn));

    private async Task RunJobsAsync()
    {
        var jobs = _site.Services.GetServices<IPeriodicJob>().ToDictionary(j => j.Name);
        foreach (var name in new[] { nameof(RecountDueDates), nameof(RefreshCoverage), nameof(TellOfMoves), nameof(SendMail) }) await jobs[name].RunAsync(TestContext.Current.CancellationToken);
    }

    private List<MimeMessage> Letters()
    {
        var folder = Path.Combine(_site.Folder, "mail");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.eml").Select(f => MimeMessage.Load(f))] : [];
    }
}
