using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>
/// 三同步: a department's 规范性文件 is planned, explained in words, questions and a chart; nobody can sign it before its material is ready;
/// one signature and one publication bring all of it out, linked both ways.
/// </summary>
public sealed class InterpretationJourneyTests(OwnPortal own) : BrowserTest(own.Portal), IClassFixture<OwnPortal>
{
    private const string Title = "桂平市民政局关于印发桂平市临时救助工作办法的通知";
    private const string Material = "解读";

    [Fact]
    public async Task Policy_WithQuestionsAndChart_IsSignedAndPublishedTogetherAndLinkedBothWays()
    {
        var (clerk, reviewer, citizen) = (await VisitAsync("clerk"), await VisitAsync("reviewer"), await VisitAsync());
        var policy = $"/admin/disclosures/{await PolicyAsync()}";

        // Without a plan it does not even go to review.
        await clerk.OpenStepAsync(policy, "提交审查");
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("解读方案");
        await PlanAsync(clerk, policy);
        await SubmitAsync(clerk, policy);
        await ReviewAsync(reviewer, policy);

        // Without material nobody can sign it.
        await reviewer.OpenStepAsync(policy, "审签");
        await Assertions.Expect(reviewer.Page.Locator("main")).ToContainTextAsync("解读材料");
        await reviewer.ExplainWarningsAsync("已核对。");
        await reviewer.PressAsync("同意发布");
        await Assertions.Expect(reviewer.Page.Locator(".error-summary")).ToContainTextAsync("同步审签、同步发布解读材料");

        foreach (var material in new[] { await TextAsync(clerk, policy), await QuestionsAsync(clerk, policy), await ChartAsync(clerk, policy) })
        {
            await SubmitAsync(clerk, material);
            await ReviewAsync(reviewer, material);
        }

        await SignAndPublishAsync(reviewer, policy);
        await ReadAsync(citizen);
    }

    private static async Task PlanAsync(Visit clerk, string policy)
    {
        await clerk.GoAsync($"{policy}/interpretation");
        await clerk.Page.Locator("#Input_Outline").FillAsync("为什么修订；哪些家庭可以申请；到哪里申请、多久有结果；与旧办法有什么不同。");
        foreach (var form in new[] { "Text", "QuestionsAndAnswers", "Chart" }) await clerk.Page.Locator($"input[name='Input.Forms'][value='{form}']").CheckAsync();
        await clerk.Page.Locator("input[name='Input.Channels'][value='Website']").CheckAsync();
        await clerk.Page.Locator("#Input_Time").FillAsync("与文件同步发布");
        await clerk.Page.Locator("#Input_Name").FillAsync("韦立新");
        await clerk.Page.Locator("#Input_Post").FillAsync("市民政局局长");
        await clerk.Page.Locator("#Input_IsHead").CheckAsync();
        await clerk.Page.Locator("#Input_ContactUnit").FillAsync("市民政局社会救助股");
        await clerk.Page.Locator("#Input_ContactPhone").FillAsync("0775-3380001");
        await clerk.PictureAsync("18-解读方案", 1100);
        await clerk.PressAsync("保存方案");
        await Assertions.Expect(clerk.Page.Locator(".flash").First).ToBeVisibleAsync();
    }

    private static async Task<string> StartAsync(Visit clerk, string policy, string button)
    {
        await clerk.GoAsync($"{policy}/interpretation");
        await clerk.PressAsync(button);
        await clerk.LeavesAsync(new Regex(Regex.Escape(policy)));
        var material = clerk.DisclosureOf();
        Assert.NotEqual(policy, material);
        await clerk.GoAsync($"{material}/edit");
        return material;
    }

    private static async Task<string> TextAsync(Visit clerk, string policy)
    {
        var material = await StartAsync(clerk, policy, "起草文字解读");
        await clerk.Page.Locator("#Input_Body").FillAsync(
            "## 背景依据\n\n国家和自治区调整了临时救助的范围，旧办法已不能适应。\n\n## 主要内容\n\n新办法把急难型和支出型两类困难都纳入救助，乡镇可以先行救助。\n\n"
            + "## 适用范围\n\n本市户籍家庭，以及持有居住证的家庭，遭遇火灾、交通事故、重大疾病等突发困难时都可以申请。\n\n## 新旧政策差异\n\n申请时不再要求先到村民委员会盖章，办理时间由三十天缩短为二十个工作日。");
        await FillAsync(clerk);
        return material;
    }

    private static async Task<string> QuestionsAsync(Visit clerk, string policy)
    {
        var material = await StartAsync(clerk, policy, "起草简明问答");
        await FillAsync(clerk);
        await clerk.GoAsync($"{material}/questions");
        await clerk.PressAsync("再加两组");
        var pairs = ((string Question, string Answer)[])
        [
            ("谁可以申请临时救助？", "遭遇火灾、交通事故、重大疾病等突发困难的家庭，都可以申请，不限户籍所在地。"),
            ("到哪里申请？", "到居住地的乡镇政府便民服务中心申请，村民委员会可以代办。"),
            ("多久有结果？", "一般二十个工作日内办结；情况紧急的，乡镇可以先救助，再补手续。"),
        ];
        for (var i = 0; i < pairs.Length; i++)
        {
            await clerk.Page.Locator($"#Input_Pairs_{i}__Question").FillAsync(pairs[i].Question);
            await clerk.Page.Locator($"#Input_Pairs_{i}__Answer").FillAsync(pairs[i].Answer);
        }

        await clerk.PictureAsync("19-简明问答", 1000);
        await clerk.PressAsync("保存问答");
        await Assertions.Expect(clerk.Page.Locator(".flash").First).ToBeVisibleAsync();
        return material;
    }

    private static async Task<string> ChartAsync(Visit clerk, string policy)
    {
        var material = await StartAsync(clerk, policy, "起草图表图解");
        await clerk.Page.Locator("#Input_Body").FillAsync("下图按年列出本市临时救助的人次。救助面逐年扩大，是这次修订把支出型困难纳入救助的原因之一，也说明申请渠道更方便了。");
        await FillAsync(clerk);
        await clerk.GoAsync($"{material}/chart");
        await clerk.Page.Locator("#Input_Kind").SelectOptionAsync(new SelectOptionValue { Label = "柱状图" });
        await clerk.Page.Locator("#Input_Title").FillAsync("桂平市临时救助人次");
        await clerk.Page.Locator("#Input_Unit").FillAsync("人次");
        await clerk.Page.Locator("#Input_Data").FillAsync("年份 | 救助人次\n2023年 | 3120\n2024年 | 3548\n2025年 | 4016");
        await clerk.PressAsync("预览");
        await Assertions.Expect(clerk.Page.Locator("main svg[role='img']").First).ToBeVisibleAsync();
        await clerk.PictureAsync("19-图表", 1200);
        await clerk.PressAsync("放进正文");
        await Assertions.Expect(clerk.Page.Locator(".flash").First).ToBeVisibleAsync();
        return material;
    }

    private static async Task FillAsync(Visit clerk)
    {
        if ((await clerk.Page.Locator("#Input_Summary").InputValueAsync()).Length == 0) await clerk.Page.Locator("#Input_Summary").FillAsync("解读临时救助工作办法：谁可以申请、到哪里申请、多久有结果。");
        if ((await clerk.Page.Locator("#Input_DocumentDate").InputValueAsync()).Length == 0) await clerk.Page.Locator("#Input_DocumentDate").FillAsync($"{RunningClock.Day:yyyy-MM-dd}");
        await clerk.PressAsync("保存草稿");
        await Assertions.Expect(clerk.Page.Locator(".flash").First).ToBeVisibleAsync();
    }

    private static async Task SubmitAsync(Visit clerk, string desk)
    {
        await clerk.OpenStepAsync(desk, "提交审查");
        await clerk.ExplainWarningsAsync("已与分管领导核对，属实。");
        await clerk.PressAsync("提交审查");
        await clerk.ExpectStateAsync("待保密审查");
    }

    private static async Task ReviewAsync(Visit reviewer, string desk)
    {
        await reviewer.OpenStepAsync(desk, "保密审查");
        await reviewer.Page.GetByLabel("可以公开", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await reviewer.PressAsync("登记审查结论");
        await reviewer.ExpectStateAsync("待审签");
    }

    private static async Task SignAndPublishAsync(Visit reviewer, string policy)
    {
        await reviewer.OpenStepAsync(policy, "审签");
        await Assertions.Expect(reviewer.Page.Locator("main")).ToContainTextAsync("一并审签的解读材料");
        await reviewer.Page.GetByText("一并审签的解读材料").First.EvaluateAsync("heading => heading.scrollIntoView()");
        await reviewer.PictureAsync("18-一并审签");
        await reviewer.ExplainWarningsAsync("已核对。");
        await reviewer.PressAsync("同意发布");
        await reviewer.ExpectStateAsync("待发布");
        await reviewer.OpenStepAsync(policy, "发布");
        await reviewer.ExplainWarningsAsync("已核对。");
        await reviewer.PressAsync("立即发布");
        await reviewer.ExpectStateAsync("已发布");
    }

    private async Task ReadAsync(Visit citizen)
    {
        var (policy, published) = await Portal.Site.ReadAsync(async db =>
        {
            var p = await db.Listings.Where(l => l.Title == Title).Select(l => new { l.DisclosureId, l.Address }).SingleAsync();
            return (p.Address, await db.InterpretationLinks.Where(l => l.PolicyId == p.DisclosureId)
                .Join(db.Interpretations, l => l.InterpretationId, i => i.DisclosureId, (_, i) => i)
                .Join(db.Listings, i => i.DisclosureId, l => l.DisclosureId, (i, l) => new { i.Form, l.Address, l.FirstPublishedAt }).ToDictionaryAsync(x => x.Form));
        });
        Assert.Equal([InterpretationForm.Text, InterpretationForm.QuestionsAndAnswers, InterpretationForm.Chart], published.Keys.Order());
        Assert.Single(published.Values.Select(x => x.FirstPublishedAt).Distinct());

        await citizen.GoAsync($"/disclosures/{policy}");
        foreach (var material in published.Values) await Assertions.Expect(citizen.Page.Locator($"main a[href='/disclosures/{material.Address}']").First).ToBeVisibleAsync();
        await citizen.LookAsync("policy-with-interpretation");
        await citizen.PictureAsync("18-公众看到的解读", 760);
        await citizen.Page.Locator($"main a[href='/disclosures/{published[InterpretationForm.Chart].Address}']").First.ClickAsync();
        await Assertions.Expect(citizen.Page.Locator("main svg[role='img']").First).ToBeVisibleAsync();
        await Assertions.Expect(citizen.Page.Locator("main table").First).ToContainTextAsync("3548");
        await citizen.LookAsync("interpretation-chart");
        await Assertions.Expect(citizen.Page.Locator($"main a[href='/disclosures/{policy}']").First).ToBeVisibleAsync();

        await citizen.GoAsync($"/interpretations/{published[InterpretationForm.QuestionsAndAnswers].Address}/questions/2");
        await Assertions.Expect(citizen.Page.Locator("h1")).ToContainTextAsync("到哪里申请");
        await citizen.GoAsync("/interpretations");
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync(Material);
    }

    /// <summary>A complete draft of the bureau, written by its clerk.</summary>
    private async Task<Guid> PolicyAsync()
    {
        var (clerk, bureau, item) = await Portal.Site.ReadAsync(async db =>
        {
            var organisation = await db.Organisations.Where(o => o.Slug == "mzj").Select(o => o.Id).SingleAsync();
            var codes = db.Items.Where(i => i.Text.Level2 == "政策法规文件" || i.Text.Level2 == "法规政策" || i.Text.Level1 == "临时救助").Select(i => i.Code);
            return (await db.Users.Where(u => u.UserName == "clerk").Select(u => u.Id).SingleAsync(), organisation,
                await db.Duties.Where(d => d.OrganisationId == organisation && d.IsActive).OrderByDescending(d => codes.Contains(d.ItemCode)).ThenBy(d => d.ItemCode).Select(d => d.ItemCode).FirstAsync());
        });
        await using var scope = Portal.Site.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<DisclosureEditor>().CreateAsync(new CreateDisclosure(bureau, new DisclosureText
        {
            Title = Title,
            Kind = DocumentKind.Notice,
            Genre = DisclosureGenre.Normative,
            Aspects = DisclosureAspects.Decision,
            MandatoryClass = MandatoryClass.Livelihood,
            DocumentNumber = "浔民规〔2026〕7号",
            DocumentDate = RunningClock.Day.AddDays(-1),
            FormedOn = RunningClock.Day.AddDays(-1),
            EffectiveOn = RunningClock.Day.AddDays(30),
            ExpiresOn = RunningClock.Day.AddDays(30).AddYears(5),
            Theme = ThemeClass.GeneralAffairs,
            Keywords = "临时救助、办法",
            Summary = "规定本市临时救助的对象、标准、申请和办理时间。",
            PlainSummary = "家里突然遇到困难，可以申请临时救助。到乡镇便民服务中心申请，二十个工作日内有结果。",
            Channels = "Website",
            Body = "各乡镇人民政府：\n\n现将《桂平市临时救助工作办法》印发给你们，请认真贯彻执行。\n\n## 第一章　总则\n\n第一条　为规范临时救助工作，根据国务院有关规定，结合本市实际，制定本办法。\n\n## 第二章　救助对象\n\n第二条　因火灾、交通事故、家庭成员突发重大疾病等原因，基本生活暂时出现严重困难的家庭，可以申请临时救助。",
        }, [new ItemChoice(item, "")], clerk));
        return created.IsDone ? created.Value : throw new InvalidOperationException(string.Join("; ", created.Refusals));
    }
}
