using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages;

/// <summary>Each pair of a 简明问答 has a page of its own, which is open exactly as long as the whole is.</summary>
public sealed class QuestionPageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Body = "先看这里。\n\n## 问1：谁可以申请？\n\n收入低于标准的家庭，适用对象不限户籍。\n\n## 问3：标准是多少？\n\n每人每月880元，请注意按时申报。\n\n## 问2：到哪里办？\n\n到村委会，出台背景见全文。";

    [Fact]
    public async Task Get_OnePair_ShowsItAlone_WithTheWholeAndThePolicy()
    {
        var (policy, address, _, _) = await PublishedAsync();
        using var visitor = site.CreateClient();

        var page = await visitor.OpenAsync($"/interpretations/{address}/questions/3");

        Assert.Equal((200, "标准是多少？"), (page.Code, page.Heading));
        Assert.Contains("每人每月880元", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("到村委会", page.Text, StringComparison.Ordinal);
        var links = page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains(links, l => l!.StartsWith($"/disclosures/{address}#s-", StringComparison.Ordinal));
        Assert.Contains($"/disclosures/{policy}", links);
        Assert.Contains($"/interpretations/{address}/questions/2", links);
    }

    [Fact]
    public async Task Get_Whole_ListsItsQuestionsInOrderWithAnchorsThatExist()
    {
        var (_, address, _, _) = await PublishedAsync();
        using var visitor = site.CreateClient();

        var page = await visitor.OpenAsync($"/disclosures/{address}");

        var anchors = page.Document.QuerySelectorAll(".questions a[href^='#']").ToList();
        Assert.Equal(["谁可以申请？", "标准是多少？", "到哪里办？"], anchors.Select(a => a.TextContent));
        Assert.All(anchors, a => Assert.NotNull(page.Document.GetElementById(a.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task Get_NumberThatIsNone_OrNoInterpretation_Is404()
    {
        var (policy, address, _, _) = await PublishedAsync();
        using var visitor = site.CreateClient();

        Assert.Equal(404, (await visitor.OpenAsync($"/interpretations/{address}/questions/99")).Code);
        Assert.Equal(404, (await visitor.OpenAsync($"/interpretations/{policy}/questions/1")).Code);
        Assert.Equal(404, (await visitor.OpenAsync("/interpretations/mzj-2026-99999/questions/1")).Code);
        Assert.Equal(404, (await visitor.OpenAsync($"/interpretations/{address}/questions/99999999999")).Code);
    }

    [Fact]
    public async Task Get_PairThatACorrectionLeftOut_Is410AndAnswersNothing()
    {
        var (_, address, id, office) = await PublishedAsync();
        using var visitor = site.CreateClient();
        var started = (await office.FindAsync(id)).Revision;
        Done(await site.UseAsync<DisclosureWorkflow, Outcome>(w => w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, started, ChangeKind.Correction, "标准有误", office.Clerk))));
        var draft = await office.FindAsync(id);
        var shorter = Body.Replace("## 问3：标准是多少？\n\n每人每月880元，请注意按时申报。\n\n", "", StringComparison.Ordinal);
        Done(await site.UseAsync<DisclosureEditor, Outcome>(e => e.EditAsync(new EditDisclosure(id, draft.Revision, draft.Text with { Body = shorter }, [], office.Clerk))));
        await ExplainAsync(office, id);
        await office.LeadAsync(id, DisclosureState.Published);

        var page = await visitor.OpenAsync($"/interpretations/{address}/questions/3");

        Assert.Equal(410, page.Code);
        Assert.DoesNotContain("880", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await visitor.OpenAsync($"/interpretations/{address}/questions/2")).Code);
        Assert.Equal(404, (await visitor.OpenAsync($"/interpretations/{address}/questions/4")).Code);
    }

    [Fact]
    public async Task Get_SuspendedOrWithdrawn_Is410AndAnswersNothing()
    {
        var (_, address, id, office) = await PublishedAsync();
        using var visitor = site.CreateClient();
        await office.StandAsync(id, (w, r) => w.SuspendAsync(new SuspendDisclosure(id, r, "先行核查", office.Reviewer)));

        var page = await visitor.OpenAsync($"/interpretations/{address}/questions/3");

        Assert.Equal(410, page.Code);
        Assert.DoesNotContain("880", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("标准是多少", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ColumnOfTheOrganisation_CountsItsInterpretationsAndLeadsToThem()
    {
        var (_, address, id, _) = await PublishedAsync();
        var slug = await site.ReadAsync(db => db.Organisations.Where(o => db.Listings.Any(l => l.DisclosureId == id && l.OrganisationId == o.Id)).Select(o => o.Slug).SingleAsync());
        using var visitor = site.CreateClient();

        var column = await visitor.OpenAsync($"/organisations/{slug}");
        var list = await visitor.OpenAsync($"/interpretations?organisation={slug}");

        var entry = column.Document.QuerySelector($"main aside a[href='/interpretations?organisation={slug}']")!;
        Assert.Equal($"{list.Document.QuerySelectorAll(".disclosure-list > li").Length} 篇", entry.TextContent);
        Assert.NotNull(list.Document.QuerySelector($"a[href='/disclosures/{address}']"));
        Assert.NotNull(column.Document.QuerySelector($"main a[href='/letters/write?organisation={slug}']"));
    }

    private async Task<(string Policy, string Address, Guid Id, Office Office)> PublishedAsync()
    {
        var office = await Office.OpenAsync(site);
        var policy = await office.InAsync(DisclosureState.Published);
        var made = await site.UseAsync<InterpretationDesk, OutcomeOf<Guid>>(d => d.DraftAsync(new DraftInterpretation(policy, InterpretationForm.QuestionsAndAnswers, PolicyStage.Publication, office.Clerk)));
        var id = made.Value;
        var draft = await office.FindAsync(id);
        Done(await site.UseAsync<DisclosureEditor, Outcome>(e => e.EditAsync(new EditDisclosure(id, draft.Revision, draft.Text with { Body = Body, FormedOn = Office.Today }, [], office.Clerk))));
        var interpreter = new Interpreter { Name = "李某", Post = "局长", ContactUnit = "社会救助股", ContactPhone = "0775-3380000" };
        var edited = (await office.FindAsync(id)).Revision;
        Done(await site.UseAsync<InterpretationDesk, Outcome>(d => d.DescribeAsync(new DescribeInterpretation(id, edited, PolicyStage.Publication, interpreter, [policy], office.Clerk))));
        await ExplainAsync(office, id);
        await office.LeadAsync(id, DisclosureState.Published);
        return ((await office.FindAsync(policy)).Address!, (await office.FindAsync(id)).Address!, id, office);
    }

    private async Task ExplainAsync(Office office, Guid id)
    {
        var check = await site.UseAsync<ChecklistRunner, ChecklistResult>(async runner => await runner.CheckAsync(
            await site.ReadAsync(db => db.Disclosures.Include(d => d.Items).Include(d => d.Attachments).Include(d => d.WarningReasons).Include(d => d.Replacements).SingleAsync(d => d.Id == id))));
        var reasons = check.Warnings.Select(w => w.Refusal.Code).Distinct().ToDictionary(code => code, _ => "已核对。");
        var revision = (await office.FindAsync(id)).Revision;
        if (reasons.Count > 0) Done(await site.UseAsync<DisclosureEditor, Outcome>(e => e.ExplainAsync(new ExplainWarnings(id, revision, reasons, office.Clerk))));
    }

    private static void Done(Outcome outcome) => Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
}
