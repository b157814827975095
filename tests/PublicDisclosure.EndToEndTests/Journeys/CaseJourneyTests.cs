using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.OpinionCases;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>
/// 误读澄清: a rumour about a document is entered as a case with the evidence of both times, assessed, discussed with another organisation,
/// handled and answered in public by two persons; the answer stands with the document it defends, and nothing else of the case is public.
/// </summary>
public sealed class CaseJourneyTests(Portal portal) : BrowserTest(portal)
{
    private const string Title = "网传“低保提标后要重新申请”引发担忧", Response = "桂平市民政局关于低保标准提高后不用重新申请的说明",
        Concern = "听说低保标准提高以后要重新申请、重新交材料，是真的吗？";

    /// <summary>What was written in the case, stage by stage; none of it may be public.</summary>
    private static readonly string[] Inside =
    [
        Title, "本地论坛跟帖二百余条", "网安大队巡查记录第118号", "民政局值班登记簿", "部分群众误读了“动态管理”", "木乐镇是否有群众前来询问", "已接待询问群众五人",
        "已电话回访发帖人", "由市民政局在网站发布文字说明", "回应后跟帖明显减少",
    ];

    [Fact]
    public async Task Misreading_AnsweredFromACase_StandsWithThePolicyAndTheCaseStaysInside()
    {
        var (clerk, reviewer, township) = (await VisitAsync("clerk"), await VisitAsync("reviewer"), await VisitAsync("township-clerk"));
        var policy = await Portal.Site.ReadAsync(db => db.Listings.Where(l => l.Genre == DisclosureGenre.Normative && l.Title.Contains("最低生活保障和特困人员救助供养标准"))
            .Select(l => new { l.Address, l.Title }).SingleAsync());
        var entered = await RegisterAsync(clerk);
        await ActAsync(clerk, entered, "研判", "部分群众误读了“动态管理”一节：复核由乡镇上门进行，不要求群众重新申请。");
        await ConsultAsync(clerk, township, entered);
        await ActAsync(clerk, entered, "处置", "已电话回访发帖人，向木乐镇、寻旺乡的村干部说明政策。");

        // A clerk does not decide whether the government speaks.
        await clerk.GoAsync(entered);
        await Assertions.Expect(Steps(clerk).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "决定公开回应" })).ToHaveCountAsync(0);
        await ActAsync(reviewer, entered, "决定公开回应", "由市民政局在网站发布文字说明，链接到文件。");

        await RespondAsync(clerk, reviewer, entered, policy.Address);
        await EvaluateAsync(clerk, reviewer, entered);
        await ReadAsync(entered, policy.Address, policy.Title);
    }

    private static async Task<string> RegisterAsync(Visit clerk)
    {
        await clerk.GoAsync("/admin/opinion-cases");
        await clerk.FollowAsync("登记舆情");
        var page = clerk.Page;
        await page.Locator("#Input_Title").FillAsync(Title);
        await page.Locator("#Input_Summary").FillAsync("有人在网上说低保标准提高以后要重新申请，本地论坛跟帖二百余条，不少老人到镇上排队。");
        await page.Locator("#Input_Source").SelectOptionAsync(nameof(CaseSource.Media));
        await page.Locator("#Input_Grade").SelectOptionAsync(nameof(CaseGrade.Ordinary));
        await page.Locator("#Input_EventAt").FillAsync($"{RunningClock.Day.AddDays(-1):yyyy-MM-dd}T20:00");
        await page.Locator("#Input_FoundAt").FillAsync($"{RunningClock.Day:yyyy-MM-dd}T08:30");
        await page.Locator("#Input_FoundEvidence").FillAsync("民政局值班登记簿，11月23日8时30分。");

        await page.Locator("#Input_EventEvidence").FillAsync("网安大队巡查记录第118号，首次发帖时间。");
        await clerk.PictureAsync("21-登记舆情", 1620);

        // A time that nothing shows is no time.
        await page.Locator("#Input_EventEvidence").FillAsync("");
        await clerk.PressAsync("登记");
        Assert.EndsWith("/admin/opinion-cases/new", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#Input_Summary")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("跟帖二百余条"));
        await page.Locator("#Input_EventEvidence").FillAsync("网安大队巡查记录第118号，首次发帖时间。");
        await clerk.PressAsync("登记");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Title);
        await Assertions.Expect(page.Locator("#clocks ~ .table-scroll")).ToContainTextAsync("48 小时");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task ConsultAsync(Visit clerk, Visit township, string entered)
    {
        await clerk.GoAsync(entered + "/consult");
        var form = clerk.Page.Locator("section[aria-labelledby='ask']");
        await form.Locator("#Input_Text").FillAsync("木乐镇是否有群众前来询问，怎样答复的？");
        await form.Locator("#Input_DueAt").FillAsync($"{RunningClock.Day:yyyy-MM-dd}T18:00");
        await form.GetByText("选择会商单位").ClickAsync();
        await form.GetByLabel("木乐镇").CheckAsync();
        await clerk.PictureAsync("21-会商", 1100);
        await clerk.PressAsync("发起会商");

        // Those who were asked are waited for.
        await Assertions.Expect(clerk.Page.Locator(".flash")).ToContainTextAsync("已发起会商");
        await clerk.GoAsync(entered + "/act?verb=handle");
        await Assertions.Expect(clerk.Page.Locator("main .notice-warning")).ToBeVisibleAsync();

        // The township sees the question, not the case.
        Assert.Equal(404, await township.GoAsync(entered));
        await township.GoAsync("/admin");
        await township.Page.Locator("main a").Filter(new LocatorFilterOptions { HasText = Title }).First.ClickAsync();
        await Assertions.Expect(township.Page.Locator("main")).Not.ToContainTextAsync("跟帖二百余条");
        await township.Page.Locator("#Input_Opinion").FillAsync("已接待询问群众五人，均已当面说明。");
        await township.PressAsync("回复");
        await Assertions.Expect(township.Page.Locator(".flash")).ToContainTextAsync("意见已回复");
    }

    private static async Task RespondAsync(Visit clerk, Visit reviewer, string entered, string policy)
    {
        await clerk.GoAsync(entered);
        await clerk.FollowAsync("起草回应");
        await clerk.Page.Locator("#Title").FillAsync(Response);
        await clerk.Page.Locator("#Input_Concern").FillAsync(Concern);
        await clerk.Page.Locator("#Input_Policy").FillAsync("/disclosures/" + policy);
        await clerk.Page.Locator("#Input_ClarifiesMisreading").CheckAsync();
        await clerk.PictureAsync("21-起草回应", 1100);
        await clerk.PressAsync("建立草稿");
        await Assertions.Expect(clerk.Page.Locator("h1")).ToHaveTextAsync("编辑公开信息");
        var draft = clerk.DisclosureOf();
        await clerk.Page.Locator("#Input_Body").FillAsync(
            "近日有居民询问：低保标准提高以后，要不要重新申请。\n\n不用。已经享受低保的家庭，按新标准自动发放，1月至3月的差额随4月资金补发，不需要到镇上排队。\n\n"
            + "乡镇会上门复核家庭情况，请如实说明。有疑问的，请拨打市民政局社会救助股的电话。");
        await clerk.Page.Locator("#Input_DocumentDate").FillAsync($"{RunningClock.Day:yyyy-MM-dd}");
        await clerk.PressAsync("保存草稿");
        await clerk.OpenStepAsync(draft, "提交审查");
        await clerk.ExplainWarningsAsync("已与业务股室核对。");
        await clerk.PressAsync("提交审查");
        await clerk.ExpectStateAsync("待保密审查");

        await reviewer.OpenStepAsync(draft, "保密审查");
        await reviewer.Page.GetByLabel("可以公开", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await reviewer.PressAsync("登记审查结论");
        foreach (var (step, button, state) in ((string, string, string)[])[("审签", "同意发布", "待发布"), ("发布", "立即发布", "已发布")])
        {
            await reviewer.OpenStepAsync(draft, step);
            await reviewer.ExplainWarningsAsync("已核对。");
            await reviewer.PressAsync(button);
            await reviewer.ExpectStateAsync(state);
        }
    }

    private static async Task EvaluateAsync(Visit clerk, Visit reviewer, string entered)
    {
        await clerk.GoAsync(entered);
        await Assertions.Expect(clerk.Page.Locator("#clocks ~ .table-scroll")).ToContainTextAsync("按时");
        await clerk.PictureAsync("21-办理情况", 1200);
        await clerk.LookAsync("case-answered");
        await ActAsync(clerk, entered, "转入评估", null);
        await reviewer.GoAsync(entered);
        await reviewer.FollowAsync("评估办结");
        await reviewer.Page.Locator("#Input_Text").FillAsync("回应后跟帖明显减少，群众表示理解。今后发文时一并写明是否需要申请。");
        await reviewer.PressAsync("办结");
        await Assertions.Expect(reviewer.Page.Locator(".page-head .status").Nth(1)).ToHaveTextAsync("办结");
    }

    /// <summary>A step that one text does, begun from the page of the case.</summary>
    private static async Task ActAsync(Visit visit, string entered, string step, string? text)
    {
        await visit.GoAsync(entered);
        await Steps(visit).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = step, Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync(step);
        if (text is not null) await visit.Page.Locator("#Input_Text").FillAsync(text);
        await visit.PressAsync(step);
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync(Title);
        await Assertions.Expect(visit.Page.Locator(".flash").First).ToBeVisibleAsync();
    }

    private static ILocator Steps(Visit visit) => visit.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "可以办理的步骤" });

    private async Task ReadAsync(string entered, string policy, string policyTitle)
    {
        var citizen = await VisitAsync(new VisitOptions { Script = false });
        await citizen.GoAsync("/responses");
        await AssertNothingOfTheCaseAsync(citizen);
        await citizen.FollowAsync(Response);
        await Assertions.Expect(citizen.Page.Locator("h1")).ToHaveTextAsync(Response);
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync(Concern);
        await AssertNothingOfTheCaseAsync(citizen);
        await citizen.FollowAsync(policyTitle);
        await citizen.ArrivesAsync(new($"/disclosures/{policy}$"));
        var answers = citizen.Page.Locator("section[aria-labelledby='responses-of']");
        await Assertions.Expect(answers).ToContainTextAsync("误读澄清");
        await Assertions.Expect(answers.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = Response })).ToBeVisibleAsync();
        await AssertNothingOfTheCaseAsync(citizen);
        await citizen.PictureAsync("21-公众看到的误读澄清", 760);

        foreach (var feed in (string[])["/responses/feed.xml", "/responses?misreading=1", "/search?q=低保提标后要重新申请"])
        {
            await citizen.GoAsync(feed);
            await AssertNothingOfTheCaseAsync(citizen);
        }

        await citizen.GoAsync(entered);
        Assert.Contains("/account/sign-in", citizen.Page.Url, StringComparison.Ordinal);
    }

    // The whole answer of the server, not only what is seen.
    private static async Task AssertNothingOfTheCaseAsync(Visit citizen)
    {
        var page = await (await citizen.Page.APIRequest.GetAsync(citizen.Page.Url)).TextAsync();
        foreach (var inside in Inside) Assert.DoesNotContain(inside, System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("opinion-cases", page, StringComparison.Ordinal);
    }
}
