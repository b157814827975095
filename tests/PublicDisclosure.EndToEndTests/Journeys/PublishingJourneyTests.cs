namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>
/// The main job from end to end: a township publishes a Word notice through review, a citizen finds and reads it, it is
/// corrected, and at last withdrawn.
/// </summary>
public sealed class PublishingJourneyTests(Portal portal) : BrowserTest(portal)
{
    private const string Title = "桂平市木乐镇人民政府关于做好2026年冬春困难群众生活救助工作的通知";

    [Fact]
    public async Task Notice_FromWordToWithdrawal_IsReviewedReadCorrectedAndExplained()
    {
        // Other work waits on the desks too.
        await Pages.Samples.OfAsync(Portal.Site);
        var (clerk, reviewer, citizen) = (await VisitAsync(), await VisitAsync("township-reviewer"), await VisitAsync());

        var desk = await DraftAsync(clerk);
        await SubmitAsync(clerk, desk);
        await ReviewAndPublishAsync(reviewer, desk);
        var address = await FindInThreeClicksAsync(citizen);
        await ReadAsync(citizen, address);
        await CorrectAsync(clerk, desk);
        await ReviewAndPublishAsync(reviewer, desk);
        await CompareAsync(citizen, address);
        await WithdrawAsync(clerk, reviewer, desk);
        await AskAgainAsync(citizen, address);
    }

    private static async Task<string> DraftAsync(Visit clerk)
    {
        await clerk.GoAsync("/account/sign-in");
        await clerk.PictureAsync("01-登录");
        await clerk.SignInAsync("township-clerk");
        await clerk.PictureAsync("02-待办");
        foreach (var (address, name) in ((string, string)[])[("/account/profile", "01-我的账号"), ("/account/two-factor", "01-双因素登录")])
        {
            await clerk.GoAsync(address);
            await clerk.PictureAsync(name);
        }

        await clerk.GoAsync("/admin/disclosures/new");
        await clerk.Page.GetByLabel("领域、事项名称或内容").FillAsync("救助");
        await clerk.PressAsync("查找");
        await clerk.PictureAsync("02-选择事项");
        await clerk.Page.Locator(".duty-domain[open] .tasks a").First.ClickAsync();
        await Assertions.Expect(clerk.Page.Locator("h1")).ToHaveTextAsync("填写公开信息");

        await clerk.Page.Locator("#Input_Word").SetInputFilesAsync(OfficeFiles.Notice(Title, "木政发〔2026〕31号"));
        await clerk.PictureAsync("02-导入Word");
        await clerk.PressAsync("导入并保存");
        await Assertions.Expect(clerk.Page.Locator("h1")).ToHaveTextAsync("编辑公开信息");
        await Assertions.Expect(clerk.Page.GetByLabel("标题", new PageGetByLabelOptions { Exact = true })).ToHaveValueAsync(Title);
        await Assertions.Expect(clerk.Page.Locator("#Input_DocumentNumber")).ToHaveValueAsync("木政发〔2026〕31号");
        await Assertions.Expect(clerk.Page.Locator("#Input_DocumentDate")).ToHaveValueAsync("2026-11-20");
        Assert.Contains("## 一、救助对象", await clerk.Page.Locator("#Input_Body").InputValueAsync(), StringComparison.Ordinal);

        await clerk.Page.Locator("#Input_Summary").FillAsync("部署木乐镇2026年冬春困难群众生活救助的对象、标准和时间。");
        await clerk.Page.Locator("#Input_Uploads").SetInputFilesAsync([OfficeFiles.Spreadsheet("冬春救助物资分配表.xlsx")]);
        await clerk.PressAsync("保存草稿");
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "冬春救助物资分配表.xlsx", Exact = true })).ToBeVisibleAsync();
        await clerk.PictureAsync("02-编辑");
        return clerk.DisclosureOf();
    }

    private static async Task SubmitAsync(Visit clerk, string desk)
    {
        await clerk.OpenStepAsync(desk, "提交审查");
        await clerk.PictureAsync("02-提交审查");
        await clerk.ExplainWarningsAsync("已与分管领导核对，属实。");
        await clerk.PressAsync("提交审查");
        await clerk.ExpectStateAsync("待保密审查");
    }

    private static async Task ReviewAndPublishAsync(Visit reviewer, string desk)
    {
        await reviewer.OpenStepAsync(desk, "保密审查");
        await reviewer.Page.GetByLabel("可以公开", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await reviewer.PictureAsync("03-保密审查");
        await reviewer.PressAsync("登记审查结论");
        await reviewer.ExpectStateAsync("待审签");

        await reviewer.OpenStepAsync(desk, "审签");
        await Assertions.Expect(reviewer.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "发布检查" })).ToBeVisibleAsync();
        await reviewer.PictureAsync("03-审签");
        await reviewer.ExplainWarningsAsync("已核对。");
        await reviewer.PressAsync("同意发布");
        await reviewer.ExpectStateAsync("待发布");

        await reviewer.OpenStepAsync(desk, "发布");
        await reviewer.PictureAsync("03-发布");
        await reviewer.ExplainWarningsAsync("已核对。");
        await reviewer.PressAsync("立即发布");
        await reviewer.ExpectStateAsync("已发布");
        await reviewer.PictureAsync("03-已发布");
    }

    private static async Task<string> FindInThreeClicksAsync(Visit citizen)
    {
        await citizen.GoAsync("/");
        await citizen.Page.Locator(".name-list").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "木乐镇" }).ClickAsync();
        await citizen.Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = Title }).First.ClickAsync();
        await Assertions.Expect(citizen.Page.Locator("h1")).ToHaveTextAsync(Title);
        var address = new Uri(citizen.Page.Url).AbsolutePath;
        Assert.Matches("^/disclosures/450881101-2026-[0-9]{5}$", address);

        await citizen.GoAsync("/search?q=冬春困难群众");
        await citizen.Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = Title }).ClickAsync();
        await citizen.ArrivesAsync(new(address + "$"));
        return address;
    }

    private static async Task ReadAsync(Visit citizen, string address)
    {
        await Assertions.Expect(citizen.Page.Locator(".metadata")).ToContainTextAsync("木政发〔2026〕31号");
        await Assertions.Expect(citizen.Page.Locator(".prose table")).ToContainTextAsync("临时困难家庭");
        Assert.Equal("冬春救助物资分配表.xlsx", await DownloadAsync(citizen, "冬春救助物资分配表.xlsx"));
        Assert.EndsWith(".docx", await DownloadAsync(citizen, "下载 Word 文档"), StringComparison.Ordinal);
        Assert.EndsWith(".docx", await DownloadAsync(citizen, "下载原件（DOCX）"), StringComparison.Ordinal);

        await citizen.FollowAsync("打印版");
        await Assertions.Expect(citizen.Page.Locator(".sheet-foot")).ToContainTextAsync("网站打印件，以正式文件为准");
        await Assertions.Expect(citizen.Page.Locator(".sheet-foot")).ToContainTextAsync(address);
    }

    private static async Task<string> DownloadAsync(Visit citizen, string link)
    {
        var download = await citizen.Page.RunAndWaitForDownloadAsync(() => citizen.FollowAsync(link));
        var file = await download.PathAsync();
        var bytes = await File.ReadAllBytesAsync(file);
        Assert.Equal("PK"u8.ToArray(), bytes[..2]);
        return download.SuggestedFilename;
    }

    private static async Task CorrectAsync(Visit clerk, string desk)
    {
        await clerk.OpenStepAsync(desk, "更正或更新");
        await clerk.Page.GetByLabel("更正", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await clerk.Page.Locator("#Input_Reason").FillAsync("临时困难家庭的救助标准应为600元，原文误写为500元。");
        await clerk.PictureAsync("04-更正");
        await clerk.PressAsync("开始修改");

        await clerk.GoAsync(desk + "/edit");
        var body = clerk.Page.Locator("#Input_Body");
        await body.FillAsync((await body.InputValueAsync()).Replace("500", "600", StringComparison.Ordinal));
        await clerk.PressAsync("保存草稿");
        await Assertions.Expect(clerk.Page.Locator(".flash")).ToBeVisibleAsync();
        await clerk.OpenStepAsync(desk, "提交审查");
        await clerk.ExplainWarningsAsync("更正数字，其余未变。");
        await clerk.PressAsync("提交审查");
        await clerk.ExpectStateAsync("待保密审查");
    }

    private static async Task CompareAsync(Visit citizen, string address)
    {
        await citizen.GoAsync(address);
        await Assertions.Expect(citizen.Page.Locator(".prose table")).ToContainTextAsync("600");
        await citizen.FollowAsync("与第 1 版的差异");
        await Assertions.Expect(citizen.Page.Locator(".difference del")).ToContainTextAsync(["500"]);
        await Assertions.Expect(citizen.Page.Locator(".difference ins")).ToContainTextAsync(["600"]);
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("原文误写为500元");
        await citizen.PictureAsync("04-版本差异");
    }

    private static async Task WithdrawAsync(Visit clerk, Visit reviewer, string desk)
    {
        await clerk.OpenStepAsync(desk, "提出撤回");
        await clerk.Page.GetByLabel("内容有误", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await clerk.Page.Locator("#Input_Notice").FillAsync("救助标准须与市级文件一致，本件撤回，修订后重新发布。");
        await clerk.PictureAsync("04-撤回");
        await clerk.PressAsync("提出撤回");
        await reviewer.OpenStepAsync(desk, "复核撤回");
        await reviewer.Page.GetByLabel("同意撤回", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await reviewer.PictureAsync("04-复核撤回");
        await reviewer.PressAsync("提交复核意见");
        await reviewer.ExpectStateAsync("已撤回");
    }

    private static async Task AskAgainAsync(Visit citizen, string address)
    {
        Assert.Equal(410, await citizen.GoAsync(address));
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("救助标准须与市级文件一致");
        await citizen.PictureAsync("04-公众看到的撤回说明");
        await citizen.GoAsync("/withdrawals");
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync(Title);
        await citizen.GoAsync("/search?q=冬春困难群众");
        await Assertions.Expect(citizen.Page.Locator("main")).Not.ToContainTextAsync(Title);
    }
}
