using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.WordLists;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

/// <summary>
/// What must be shown before the inspectors come: a whole site with ten faults planted together; the board finds these ten and
/// no other, and is green when they are mended by the ordinary steps.
/// </summary>
public sealed class PlantedFaultsTests : IAsyncLifetime
{
    private const string Password = "Gongkai-2026!";

    private TestSite _site = null!;
    private DisclosureDesk _desk = null!;
    private WebApplicationFactory<Program> _factory = null!;
    private HttpClient _office = null!;

    [Fact]
    public async Task Board_TenPlantedFaults_AreFoundEachAndGreenWhenMended()
    {
        var text = _desk.GoodText();
        await FillAsync();
        var normative = Normative(1) with { ExpiresOn = null };
        var expired = await ExplainedAsync(normative with { Body = text.Body + "\n\n本办法自公布之日起施行，有效期至2026年3月10日。" }, "ExpiryDateMissing");
        Later(12);
        await _desk.PublishedAsync(_desk.GoodText() with { Aspects = (DisclosureAspects)15 });
        Later(3);

        // A column of results that is stale and a document that has expired: planted by the clock. An organisation without a yearly
        // report: left out above. The others by hand.
        var target = await _desk.PublishedAsync();
        var linking = await _desk.PublishedAsync(text with { Title = "关于链接的通知", Body = text.Body + $"\n\n详见[通知]({await PathAsync(target)})。" });
        await _desk.WithdrawAsync(target, WithdrawalReason.PublishedInError);
        var picture = await _desk.PublishedAsync(_desk.GoodText("关于图片的通知"));
        await _site.Store.ReadAsync(db => db.Versions.Where(v => v.DisclosureId == picture).ExecuteUpdateAsync(u => u.SetProperty(v => v.Html, v => v.Html + "<p><img src=\"/img/../gone/a.png\" alt=\"图\"></p>")));
        var file = await _desk.DraftAsync(_desk.GoodText("关于附件的通知"));
        await _desk.AttachAsync(file, "名单.csv", "事项,地点\n救助,民政局\n");
        await _desk.ReviewedAsync(file);
        Assert.True((await _desk.PublishAsync(file)).IsDone);
        var lost = Assert.Single(_desk.OpenFiles());
        File.Move(lost, lost + ".away");
        var tags = await ExplainedAsync(_desk.GoodText("关于标签的通知") with { Keywords = "" }, "KeywordsMissing");
        var dates = await _desk.PublishedAsync(_desk.GoodText("关于日期的通知"));
        var future = _desk.Clock.Today.AddDays(9);
        await _site.Store.ReadAsync(db => db.Versions.Where(v => v.DisclosureId == dates).ExecuteUpdateAsync(u => u.SetProperty(v => v.Text.DocumentDate, future)));
        var words = await _desk.PublishedAsync(_desk.GoodText("关于用词的通知") with { Body = text.Body + "\n\n请到人名政府开立帐户。" });
        await _site.Store.AddAsync(
            WordRule.Create(new WordEntry("帐户", "账户", WordListKind.Spelling, false, "", ""), _desk.Clock.Now),
            WordRule.Create(new WordEntry("人名政府", "人民政府", WordListKind.Spelling, true, "", ""), _desk.Clock.Now));

        var found = await RunAsync();

        Assert.Equal(
            [
                "broken-links 链接 " + await PathAsync(target) + " 指向的信息不存在，或者已停止公开。",
                "broken-pictures 图片 /gone/a.png 找不到。",
                "dates 成文日期2026年3月26日还没有到。",
                "empty-columns 没有一件公开信息。",
                "expired-documents 正文写明有效期到2026年3月10日，没有填写失效日期，页面仍显示有效。",
                "grave-forms 正文写有“人名政府”，应为“人民政府”。",
                "missing-files 附件“名单.csv”的文件找不到。",
                "page-tags 没有关键词（Keywords）。",
                "stale-columns 最近一次新公开的信息在2026年3月2日，按规定至少每 14 天更新一次。",
                "wrong-forms 正文写有“帐户”，应为“账户”。",
            ],
            found);
        var board = await _office.OpenAsync("/admin/self-test");
        Assert.Contains("触发单项否决", board.Text, StringComparison.Ordinal);
        Assert.Equal("10 处", Fact(board, "待改正的问题"));
        Assert.Equal("触发 2 项，共 7 项", Fact(board, "否决项"));
        Assert.Equal("达到限值", Status(board, "grave-forms"));
        Assert.Equal("有问题", Status(board, "stale-columns"));

        // Mended as people mend: corrections, a recorded decision, what was missing published, the file restored.
        await _desk.PublishChangeAsync(linking, ChangeKind.Correction, text with { Title = "关于链接的通知" });
        await _desk.PublishChangeAsync(picture, ChangeKind.Correction, await TextAsync(picture) with { Summary = "改过的概述。" });
        await _desk.PublishChangeAsync(tags, ChangeKind.Correction, await TextAsync(tags) with { Keywords = "社会救助" });
        await _desk.PublishChangeAsync(dates, ChangeKind.Correction, await TextAsync(dates) with { Summary = "改过的概述。" });
        await _desk.PublishChangeAsync(words, ChangeKind.Correction, await TextAsync(words) with { Body = text.Body });
        File.Move(lost + ".away", lost);
        await DecideAsync(new RecordValidityAct(expired, ValidityActKind.Repeal, _desk.Clock.Today, null, null, "市政府第5次常务会议", "有效期已满", null, _desk.Clerk));
        await _desk.PublishedAsync(_desk.GoodText() with { Aspects = DisclosureAspects.Result });
        await _desk.PublishedAsync(_desk.GoodText() with { Genre = DisclosureGenre.AnnualReport });

        Assert.Empty(await RunAsync());
        board = await _office.OpenAsync("/admin/self-test");
        Assert.Contains("全部正常", board.Text, StringComparison.Ordinal);
        Assert.Equal("触发 0 项，共 7 项", Fact(board, "否决项"));
        Assert.All(board.Document.QuerySelectorAll(".self-test-board td[data-label='状态']"), cell => Assert.Contains(cell.TextContent.Trim(), new[] { "正常", "不计入" }));
        var mended = await _office.OpenAsync("/admin/self-test/broken-links?mended=true");
        Assert.Contains("关于链接的通知", mended.Text, StringComparison.Ordinal);
        Assert.Contains("已改正", mended.Text, StringComparison.Ordinal);
        Assert.Equal((10, 10), await _site.Store.ReadAsync(async db => (await db.SelfTestFindings.CountAsync(), await db.SelfTestFindings.CountAsync(f => f.MendedAt != null))));
    }

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.CreateAsync();
        _desk = await DisclosureDesk.CreateAsync(_site.Store, _site.Clock);
        var user = TestData.CreateStaffUser("office", "主管部门");
        user.PasswordHash = new PasswordHasher<StaffUser>().HashPassword(user, Password);
        await _site.Store.AddAsync(user, TestData.CreateMembership(user.Id, _desk.Organisation.Id, StaffRole.DisclosureOffice));
        // Before the night's hour, so that only the button runs the test.
        _desk.Clock.Set(_desk.Clock.Today, new TimeOnly(0, 30));
        _factory = _site.WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in new[]
                     {
                         ("Site:IdCode", "4508810001"), ("Site:Phone", "0775-3380000"), ("Site:Icp", "桂ICP备1号"), ("Site:PoliceFiling", "45088102000001"),
                         ("DisclosureOffice:Slug", _desk.Organisation.Slug), ("SelfTest:UpdateRules:five/result", "14d"), ("SelfTest:Hour", "23"),
                     }) host.UseSetting(key, value);
            host.ConfigureTestServices(services => services.AddSingleton<IAttachmentStore>(_desk.Files));
        });
        _office = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        await _office.SignInAsAsync("office", Password);
    }

    public async ValueTask DisposeAsync()
    {
        _office.Dispose();
        await _factory.DisposeAsync();
        _desk.Dispose();
        await _site.DisposeAsync();
    }

    /// <summary>Presses the button and reads every finding from the pages, in words.</summary>
    private async Task<IReadOnlyList<string>> RunAsync()
    {
        _desk.Clock.Set(_desk.Clock.Today, TimeOnly.FromDateTime(Core.Time.BusinessClock.BeijingTime(_desk.Clock.Now)).Add(TimeSpan.FromMinutes(1)));
        // Two weeks later the session is over.
        if ((await _office.OpenAsync("/admin/self-test")).Code == 302) await _office.SignInAsAsync("office", Password);
        var answer = await _office.SubmitAsync(await _office.OpenAsync("/admin/self-test"), form: "form[action='/admin/self-test/start']");
        Assert.Equal("/admin/self-test", answer.RedirectsTo);
        while (await _site.Store.ReadAsync(db => db.SelfTestRuns.AnyAsync(r => r.EndedAt == null)))
            await _factory.Services.GetRequiredService<RunSelfTests>().RunAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        foreach (var rule in SelfTestIndicators.All)
        {
            var page = await _office.OpenAsync("/admin/self-test/" + rule.Slug);
            found.AddRange(page.Document.QuerySelectorAll("main tbody th .small").Select(f => $"{rule.Slug} {f.TextContent.Trim()}"));
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>Moves the clock without waking the jobs of the site for every minute in between.</summary>
    private void Later(int days) => _desk.Clock.Set(_desk.Clock.Today.AddDays(days), new TimeOnly(0, 30));

    /// <summary>Something new in every column but that of the yearly report.</summary>
    private async Task FillAsync()
    {
        await _desk.PublishedAsync(_desk.GoodText() with { Aspects = (DisclosureAspects)31 });
        await _desk.PublishedAsync(_desk.GoodText() with { Genre = DisclosureGenre.Guide });
        await _desk.PublishedAsync(_desk.GoodText() with { Genre = DisclosureGenre.Rules });
    }

    private async Task<Guid> ExplainedAsync(DisclosureText text, string warning)
    {
        var id = await _desk.DraftAsync(text);
        await _desk.EditAsync(async e => await e.ExplainAsync(new ExplainWarnings(
            id, await _desk.RevisionAsync(id), new Dictionary<string, string> { ["Checklist." + warning] = "已核实，情况属实" }, _desk.Clerk)));
        await _desk.ReviewedAsync(id);
        Assert.True((await _desk.PublishAsync(id)).IsDone);
        return id;
    }

    private DisclosureText Normative(int number) => _desk.GoodText("桂平市救助管理办法的通知") with
    {
        Genre = DisclosureGenre.Normative,
        DocumentNumber = string.Create(CultureInfo.InvariantCulture, $"浔政规〔2026〕{number}号"),
        PlainSummary = "救助怎么办，看这里。",
        EffectiveOn = _desk.Clock.Today,
        ExpiresOn = _desk.Clock.Today.AddYears(5),
    };

    private async Task DecideAsync(RecordValidityAct command)
    {
        await using var db = _site.Store.Open();
        var desk = new ValidityDesk(db, _desk.Clock.Business);
        var recorded = await desk.RecordAsync(command);
        Assert.True(recorded.IsDone, string.Join("; ", recorded.Refusals));
        Assert.True((await desk.ConfirmAsync(new DecideValidityAct(recorded.Value, command.DisclosureId, 0, _desk.Reviewer))).IsDone);
    }

    private Task<DisclosureText> TextAsync(Guid id) => _site.Store.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => d.Text).SingleAsync());

    private Task<string> PathAsync(Guid id) => _site.Store.ReadAsync(async db => "/disclosures/" + (await db.Disclosures.SingleAsync(d => d.Id == id)).Address);

    private static string Fact(SitePage board, string name) =>
        string.Join(' ', board.Document.QuerySelectorAll(".summary-list dt").First(d => d.TextContent == name).NextElementSibling!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Status(SitePage board, string slug) =>
        board.Document.QuerySelector($".self-test-board a[href='/admin/self-test/{slug}']")!.Closest("tr")!.QuerySelector("td[data-label='状态']")!.TextContent.Trim();
}
