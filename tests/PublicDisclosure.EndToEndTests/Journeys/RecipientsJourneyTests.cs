using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>
/// A list of 低保 recipients whose identity numbers only a hidden column hides: refused, masked by the assistant, reviewed and
/// published by others, on display until its last day, then closed at its address. And a publication forced in an emergency,
/// counted in public until another person has reviewed it.
/// </summary>
public sealed class RecipientsJourneyTests(OwnPortal own) : BrowserTest(own.Portal), IClassFixture<OwnPortal>
{
    private const string Title = "桂平市木乐镇2026年第四季度最低生活保障对象名单公示";
    private const string FileName = "木乐镇第四季度低保对象名单.xlsx";
    private const string Body = "经入户调查、民主评议和镇人民政府审核，现将木乐镇2026年第四季度最低生活保障对象名单予以公示，接受群众监督。对名单有异议的，请在公示期内向镇社会事务办公室反映。";

    private static readonly DateOnly Until = new(2026, 12, 4);
    private static readonly string[] IdentityNumbers = [PoisonedFiles.Identity(801), PoisonedFiles.Identity(802), PoisonedFiles.Identity(803)];

    [Fact]
    public async Task ForcedPublication_CountsInPublic_UntilAnotherPersonReviewsIt()
    {
        const string title = "桂平市木乐镇人民政府关于启动防汛三级应急响应的通知";
        var (clerk, reviewer, office, citizen) = (await SignedInAsync("township-clerk"), await SignedInAsync("township-reviewer"), await SignedInAsync("office"), await VisitAsync());
        var desk = await DraftAsync(clerk, title, "受持续强降雨影响，镇人民政府决定即时启动防汛三级应急响应。请沿江各村立即转移低洼地带群众，实行二十四小时值班。");
        await SubmitAsync(clerk, desk);
        await ReviewSecrecyAsync(reviewer, desk);
        await citizen.GoAsync("/forced-publications?kind=open");
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("现有 0 件待补办审签");

        await office.OpenStepAsync(desk, "应急发布");
        await office.ExplainWarningsAsync("情况紧急，已核对。");
        await office.Page.Locator("#Input_Reason").FillAsync("浔江水位已超警戒线，须立即转移群众，来不及第二人审签。");
        await office.PressAsync("立即应急发布");
        await office.ExpectStateAsync("已发布");

        // Figures are counted anew every half minute.
        Portal.Site.Clock.Move(TimeSpan.FromSeconds(31));
        await citizen.GoAsync("/");
        await Assertions.Expect(citizen.Page.Locator(".home-facts", new PageLocatorOptions { HasText = "应急发布" })).ToContainTextAsync("待补办审签 1 件");
        await citizen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "应急发布、待补办审签" }).ClickAsync();
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("现有 1 件待补办审签");
        await Assertions.Expect(citizen.Page.Locator(".disclosure-list")).ToContainTextAsync(title);
        await Assertions.Expect(citizen.Page.Locator(".disclosure-list")).ToContainTextAsync("待补办审签，期限");

        var review = "/admin/forced-publications/" + await Portal.Site.ReadAsync(db => db.ForcedPublications.Select(f => f.Id).SingleAsync());
        await office.GoAsync(review);
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("现在不能办理");
        await reviewer.GoAsync(review);
        await reviewer.Page.GetByLabel("同意", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await reviewer.PressAsync("登记审签结果");
        await Assertions.Expect(reviewer.Page.Locator(".flash")).ToContainTextAsync("补办审签的结果已登记");

        Portal.Site.Clock.Move(TimeSpan.FromSeconds(31));
        await citizen.GoAsync("/");
        await Assertions.Expect(citizen.Page.Locator("main")).Not.ToContainTextAsync("待补办审签");
        await citizen.GoAsync("/forced-publications?kind=open");
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("现有 0 件待补办审签");
        await citizen.GoAsync("/forced-publications");
        await Assertions.Expect(citizen.Page.Locator(".disclosure-list")).ToContainTextAsync("补办审签：");
    }

    [Fact]
    public async Task Recipients_HiddenIdentityNumbers_AreRefusedMaskedPublishedAndClosedOnTime()
    {
        var (clerk, reviewer, citizen) = (await SignedInAsync("township-clerk"), await SignedInAsync("township-reviewer"), await VisitAsync());
        var desk = await DraftAsync(clerk, Title, Body, OfficeFiles.Recipients(FileName, IdentityNumbers));
        await RefusedAsync(clerk, desk);
        await MaskAsync(clerk, desk);
        await SubmitAsync(clerk, desk);
        await ReviewSecrecyAsync(reviewer, desk);
        await ApproveAndPublishAsync(reviewer, desk);

        var address = await AddressAsync();
        await ReadAsync(citizen, address);
        var file = await FileAddressAsync(citizen, address);
        await EndOnTimeAsync(citizen, address, file);
    }

    // The clock of this site moves by days: no session is shared.
    private async Task<Visit> SignedInAsync(string userName)
    {
        var visit = await VisitAsync();
        await visit.SignInAsync(userName);
        return visit;
    }

    private async Task<string> DraftAsync(Visit clerk, string title, string body, FilePayload? list = null)
    {
        await clerk.GoAsync("/admin/disclosures/new");
        await clerk.Page.GetByLabel("领域、事项名称或内容").FillAsync("救助");
        await clerk.PressAsync("查找");
        await clerk.Page.Locator(".duty-domain[open] .tasks a").First.ClickAsync();
        await Assertions.Expect(clerk.Page.Locator("h1")).ToHaveTextAsync("填写公开信息");
        var (page, today) = (clerk.Page, $"{BusinessClock.BeijingDate(Portal.Site.Clock.GetUtcNow().UtcDateTime):yyyy-MM-dd}");
        await page.Locator("#Input_Title").FillAsync(title);
        await page.Locator("#Input_Body").FillAsync(body);
        await page.Locator("#Input_Summary").FillAsync(title);
        await page.Locator("#Input_DocumentDate").FillAsync(today);
        await page.GetByText("类别、渠道等").ClickAsync();
        await page.Locator("#Input_Genre").SelectOptionAsync(new SelectOptionValue { Label = list is null ? "其他" : "名单公示" });
        await page.Locator("#Input_Kind").SelectOptionAsync(new SelectOptionValue { Label = list is null ? "通知" : "公告" });
        await page.Locator("#Input_FormedOn").FillAsync(today);
        if (list is not null)
        {
            var display = page.Locator("details", new PageLocatorOptions { HasText = "公示期限和异议受理" });
            if (await display.GetAttributeAsync("open") is null) await display.Locator("summary").ClickAsync();
            await page.Locator("#Input_DisplayUntil").FillAsync($"{Until:yyyy-MM-dd}");
            await page.Locator("#Input_ObjectionContact").FillAsync("木乐镇社会事务办公室，电话0775-3380000");
        }

        await clerk.PressAsync("保存草稿");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("编辑公开信息");
        var desk = clerk.DisclosureOf();
        if (list is null) return desk;
        await page.Locator("#Input_Uploads").SetInputFilesAsync(list);
        await clerk.PressAsync("保存草稿");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = FileName, Exact = true })).ToBeVisibleAsync();
        return desk;
    }

    private static async Task RefusedAsync(Visit clerk, string desk)
    {
        await clerk.GoAsync(desk + "/edit");
        await clerk.PressAsync("保存并提交审查");
        var page = clerk.Page.Locator("main");
        await Assertions.Expect(page).ToContainTextAsync("公民身份号码");
        await Assertions.Expect(page).ToContainTextAsync("隐藏的行或列");
        await Assertions.Expect(page).ToContainTextAsync("请用脱敏助手遮盖后换上新文件");
        foreach (var number in IdentityNumbers) await Assertions.Expect(page).Not.ToContainTextAsync(number);
        await clerk.GoAsync(desk + "/submit");
        await clerk.ExplainWarningsAsync("已核对，请予放行。");
        await clerk.PressAsync("提交审查");
        await Assertions.Expect(clerk.Page.Locator(".error-summary")).ToContainTextAsync("公民身份号码");
        await clerk.PictureAsync("13-名单不能提交");
        await clerk.GoAsync(desk);
        await clerk.ExpectStateAsync("起草");
    }

    /// <summary>By keyboard alone: from the link beside the file to the button that applies.</summary>
    private static async Task MaskAsync(Visit clerk, string desk)
    {
        await clerk.GoAsync(desk + "/edit");
        await clerk.Page.Locator("a[href*='/mask/']").FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(clerk.Page.Locator("h1")).ToHaveTextAsync($"附件脱敏：{FileName}");
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("隐藏的列");
        await TabToAsync(clerk, "preview");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(clerk.Page.Locator(".mask-result")).ToContainTextAsync("韦**");
        await clerk.PictureAsync("13-名单脱敏结果");
        await TabToAsync(clerk, "apply");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(clerk.Page.Locator(".flash")).ToContainTextAsync("已换成脱敏后的新文件");
    }

    private static async Task TabToAsync(Visit visit, string id)
    {
        for (var i = 0; i < 120; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<string>("document.activeElement.id") == id) return;
        }

        Assert.Fail($"The keyboard does not reach #{id} on {visit.Page.Url}");
    }

    private static async Task SubmitAsync(Visit clerk, string desk)
    {
        await clerk.OpenStepAsync(desk, "提交审查");
        await clerk.ExplainWarningsAsync("已核对，属实。");
        await clerk.PressAsync("提交审查");
        await clerk.ExpectStateAsync("待保密审查");
    }

    private static async Task ReviewSecrecyAsync(Visit reviewer, string desk)
    {
        await reviewer.OpenStepAsync(desk, "保密审查");
        await reviewer.Page.GetByLabel("可以公开", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await reviewer.PressAsync("登记审查结论");
        await reviewer.ExpectStateAsync("待审签");
    }

    private static async Task ApproveAndPublishAsync(Visit reviewer, string desk)
    {
        await reviewer.OpenStepAsync(desk, "审签");
        await reviewer.ExplainWarningsAsync("已核对。");
        await reviewer.PressAsync("同意发布");
        await reviewer.ExpectStateAsync("待发布");
        await reviewer.OpenStepAsync(desk, "发布");
        await reviewer.ExplainWarningsAsync("已核对。");
        await reviewer.PressAsync("立即发布");
        await reviewer.ExpectStateAsync("已发布");
    }

    private Task<string> AddressAsync() => Portal.Site.ReadAsync(async db => "/disclosures/" + await db.Listings.Where(l => l.Title == Title).Select(l => l.Address).SingleAsync());

    private static async Task ReadAsync(Visit citizen, string address)
    {
        Assert.Equal(200, await citizen.GoAsync(address));
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("接受群众监督");
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("附件已作去标识化处理");
        Assert.Contains("noindex", await citizen.Page.Locator("meta[name=robots]").First.GetAttributeAsync("content"), StringComparison.Ordinal);
        await citizen.PictureAsync("13-名单公示");
    }

    private static async Task<string> FileAddressAsync(Visit citizen, string address)
    {
        var download = await citizen.Page.RunAndWaitForDownloadAsync(() => citizen.FollowAsync(FileName));
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        var inspection = Core.Privacy.FileInspector.Inspect(Core.Storage.FileKind.Xlsx, new MemoryStream(bytes));
        foreach (var number in IdentityNumbers) Assert.Empty(inspection.Holding(number));
        Assert.Empty(inspection.Holding("韦经办"));
        Assert.Contains("韦**", inspection.VisibleText, StringComparison.Ordinal);
        var file = new Uri(download.Url).AbsolutePath;
        Assert.StartsWith(address, file, StringComparison.Ordinal);
        return file;
    }

    private async Task EndOnTimeAsync(Visit citizen, string address, string file)
    {
        using var plain = new HttpClient { BaseAddress = new Uri(Portal.Site.Address) };
        Portal.Site.Clock.MoveTo(Until, new TimeOnly(23, 50));
        Assert.Equal(0, await Portal.Site.RunJobAsync(nameof(EndDisplays)));
        Assert.Equal(200, await citizen.GoAsync(address));
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("接受群众监督");
        using (var open = await plain.GetAsync(file)) Assert.Equal(200, (int)open.StatusCode);

        // After midnight in Beijing nobody waits for the job.
        Portal.Site.Clock.MoveTo(Until.AddDays(1), new TimeOnly(0, 1));
        await OverAsync(citizen, plain, address, file);
        await Portal.Site.RunJobAsync(nameof(EndDisplays));
        Assert.Equal(PublicStanding.DisplayEnded, await Portal.Site.ReadAsync(db => db.Disclosures.Where(d => d.Text.Title == Title).Select(d => d.Standing).SingleAsync()));
        Assert.False(await Portal.Site.ReadAsync(db => db.Listings.AnyAsync(l => l.Title == Title)));
        await OverAsync(citizen, plain, address, file);
        await citizen.PictureAsync("13-公示期已满");
        await citizen.GoAsync("/search?q=最低生活保障对象名单公示");
        await Assertions.Expect(citizen.Page.Locator("main")).Not.ToContainTextAsync(Title);
        await citizen.GoAsync("/withdrawals?kind=displays");
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync(Title);
    }

    private static async Task OverAsync(Visit citizen, HttpClient plain, string address, string file)
    {
        Assert.Equal(200, await citizen.GoAsync(address));
        var page = citizen.Page.Locator("main");
        foreach (var words in new[] { "公示期已满", "2026年11月23日", "2026年12月4日", "木乐镇" }) await Assertions.Expect(page).ToContainTextAsync(words);
        await Assertions.Expect(page).Not.ToContainTextAsync("接受群众监督");
        await Assertions.Expect(page).Not.ToContainTextAsync(FileName);
        using var closed = await plain.GetAsync(file);
        Assert.Contains((int)closed.StatusCode, new[] { 404, 410 });
        foreach (var other in new[] { "/print", "/download", "/versions/1" })
        {
            using var answer = await plain.GetAsync(address + other);
            Assert.DoesNotContain("接受群众监督", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
