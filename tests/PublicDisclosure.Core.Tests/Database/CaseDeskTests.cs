using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>A case from finding to evaluation with the response that the public reads, on every engine.</summary>
public sealed class CaseDeskTests
{
    [Theory, EveryEngine]
    public async Task Case_FromFindingToEvaluation_AnswersAMisreadingPublicly(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await desk.PublishedAsync(desk.GoodText("关于调整供水价格的通知"));
        var id = await RegisterAsync(store, desk);
        await MustAsync(store, desk, id, (d, r) => d.ActAsync(new ActOnCase(id, r, CaseTransitions.Assess, "误读，通知只涉及工业用水。", desk.Clerk)));
        await MustAsync(store, desk, id, (d, r) => d.ActAsync(new ActOnCase(id, r, CaseTransitions.Handle, "已向业主群说明。", desk.Clerk)));
        await MustAsync(store, desk, id, (d, r) => d.ActAsync(new ActOnCase(id, r, CaseTransitions.Respond, "发布误读澄清。", desk.Reviewer)));
        Assert.Equal("OpinionCase.NotResponded", Assert.Single((await UseAsync(store, desk, async d => await d.ActAsync(new ActOnCase(id, await RevisionAsync(store, id), CaseTransitions.Evaluate, "", desk.Clerk)))).Refusals).Code);

        var response = await DraftAsync(store, desk, id, policy);
        var reader = await ReadAsync(store, desk, r => r.PageAsync(new ResponseFilter(), null, null));
        Assert.Empty(reader.Rows);
        await PublishAsync(store, desk, response);

        var row = Assert.Single((await ReadAsync(store, desk, r => r.PageAsync(new ResponseFilter(OnlyMisreadings: true), null, null))).Rows);
        Assert.Equal((response, true, policy), (row.Id, row.Clarifies, row.Policy!.Id));
        Assert.Equal("居民用水也要涨价吗？", row.Concern);
        Assert.Equal(response, Assert.Single(await ReadAsync(store, desk, r => r.OfPolicyAsync(policy))).Id);
        Assert.Equal((1, 1), await ReadAsync(store, desk, r => r.CountAsync()));
        await using (var db = store.Open())
        {
            Assert.Equal(new DialogueCounts(0, 1, 0), await new DialogueReader(db, desk.Clock.Business).OfOrganisationAsync(desk.Organisation.Id));
            Assert.Equal(new DialogueCounts(0, 0, 0), await new DialogueReader(db, desk.Clock.Business).OfOrganisationAsync(Guid.NewGuid()));
        }

        var sheet = await SheetAsync(store, desk, id);
        var limit = Assert.Single(sheet!.Limits);
        Assert.Equal((CaseLimitStatus.Met, desk.Clock.Now), (limit.Status, limit.PublishedAt));
        await MustAsync(store, desk, id, (d, r) => d.ActAsync(new ActOnCase(id, r, CaseTransitions.Evaluate, "", desk.Clerk)));
        await MustAsync(store, desk, id, (d, r) => d.CloseAsync(new CloseCase(id, r, "一天内澄清，转发停止。", CaseMark.Commend, "澄清迅速。", desk.Reviewer)));
        Assert.Equal(
            [CaseTransitions.Register, CaseTransitions.Assess, CaseTransitions.Handle, CaseTransitions.Respond, CaseTransitions.DraftResponse, CaseTransitions.Evaluate, CaseTransitions.Close],
            (await SheetAsync(store, desk, id))!.Case.Steps.OrderBy(s => s.Number).Select(s => s.Act));
        Assert.Equal(7, await store.ReadAsync(db => db.AuditEntries.CountAsync(e => e.ObjectId == id && e.Action.StartsWith("OpinionCase."))));
    }

    [Theory, EveryEngine]
    public async Task Response_ChangedInACorrection_ReachesThePublicWithItsVersionOnly(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await desk.PublishedAsync(desk.GoodText("关于调整供水价格的通知"));
        var id = await RegisterAsync(store, desk);
        var response = await DraftAsync(store, desk, id, policy);
        await PublishAsync(store, desk, response);

        await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(response, await desk.RevisionAsync(response), ChangeKind.Correction, "提问有误", desk.Clerk)));
        var before = await desk.RevisionAsync(response);
        var described = await DescribeAsync(store, desk, response, before, new ResponseFacts(ResponseKind.Answer, "改过的提问？", null, "供水价格", false));
        Assert.True(described.IsDone, string.Join(';', described.Refusals));
        Assert.True(await desk.RevisionAsync(response) > before);
        Assert.Equal("居民用水也要涨价吗？", (await ReadAsync(store, desk, r => r.FindAsync(response)))!.Concern);

        await desk.ReviewedAsync(response);
        Assert.True((await desk.PublishAsync(response)).IsDone);
        var row = await ReadAsync(store, desk, r => r.FindAsync(response));
        Assert.Equal(("改过的提问？", "供水价格", null, false), (row!.Concern, row.Matter, row.Policy, row.Clarifies));
        Assert.Empty(await ReadAsync(store, desk, r => r.OfPolicyAsync(policy)));
        // Dropping a correction drops what it would have answered.
        await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(response, await desk.RevisionAsync(response), ChangeKind.Correction, "再改", desk.Clerk)));
        Assert.Equal("Response.KindIsFixed", Assert.Single((await DescribeAsync(store, desk, response, await desk.RevisionAsync(response), new ResponseFacts(ResponseKind.Conference, "另问", null, "供水", false))).Refusals).Code);
        Assert.True((await DescribeAsync(store, desk, response, await desk.RevisionAsync(response), new ResponseFacts(ResponseKind.Answer, "另问？", null, "供水", false))).IsDone);
        await desk.WorkAsync(async w => await w.AbandonCorrectionAsync(new AbandonDisclosureCorrection(response, await desk.RevisionAsync(response), desk.Clerk)));
        Assert.Equal("改过的提问？", (await store.ReadAsync(db => db.Responses.SingleAsync(r => r.DisclosureId == response))).Concern);
        // Published is published: its facts cannot be changed beside the text.
        Assert.Equal("Response.NotADraft", Assert.Single((await DescribeAsync(store, desk, response, await desk.RevisionAsync(response), new ResponseFacts(ResponseKind.Answer, "又改", null, "供水", false))).Refusals).Code);
    }

    [Theory, EveryEngine]
    public async Task Response_Withdrawn_StandsNowhere(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await desk.PublishedAsync(desk.GoodText("关于调整供水价格的通知"));
        var response = await DraftAsync(store, desk, await RegisterAsync(store, desk), policy);
        await PublishAsync(store, desk, response);
        await desk.WithdrawAsync(response, WithdrawalReason.PublishedInError);

        Assert.Empty((await ReadAsync(store, desk, r => r.PageAsync(new ResponseFilter(), null, null))).Rows);
        Assert.Empty(await ReadAsync(store, desk, r => r.OfPolicyAsync(policy)));
    }

    [Theory, EveryEngine]
    public async Task Consultation_OfADepartment_IsAnsweredOnceByIt(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var other = TestData.CreateOrganisation();
        await store.AddAsync(other);
        var id = await RegisterAsync(store, desk);
        await MustAsync(store, desk, id, (d, r) => d.ActAsync(new ActOnCase(id, r, CaseTransitions.Assess, "需要会商。", desk.Clerk)));
        await MustAsync(store, desk, id, (d, r) => d.ConsultAsync(new ConsultOrganisations(id, r, [other.Id], "请说明停水范围。", desk.Clock.Now.AddHours(4), desk.Clerk)));
        var asked = Assert.Single((await SheetAsync(store, desk, id))!.Case.Consultations);
        var clerk = new DeskPerson(Guid.NewGuid(), new StaffRights([new RoleAt(other.Id, StaffRole.Clerk)]));
        var task = Assert.Single(await DeskAsync(store, desk, clerk));
        Assert.Equal((DeskTaskKind.CaseOpinion, desk.Clock.Now.AddHours(4)), (task.Kind, task.DueAt));
        Assert.True((await ConsultationAsync(store, desk, other.Id, asked.Id))!.MayAnswer);
        Assert.Null(await ConsultationAsync(store, desk, desk.Organisation.Id, asked.Id));

        Assert.True((await UseAsync(store, desk, d => d.AnswerAsync(new AnswerConsultation(asked.Id, "只涉及城南。", clerk.Id)))).IsDone);
        Assert.Equal("OpinionCase.AnsweredAlready", Assert.Single((await UseAsync(store, desk, d => d.AnswerAsync(new AnswerConsultation(asked.Id, "再答。", clerk.Id)))).Refusals).Code);
        Assert.Empty(await DeskAsync(store, desk, clerk));
        Assert.False((await ConsultationAsync(store, desk, other.Id, asked.Id))!.MayAnswer);
    }

    [Theory, EveryEngine]
    public async Task OutsideBody_WithItsPaper_LiesEncryptedAndOpensAgain(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await RegisterAsync(store, desk);
        await MustAsync(store, desk, id, (d, r) => d.ActAsync(new ActOnCase(id, r, CaseTransitions.Assess, "需要会商。", desk.Clerk)));
        var words = "单位,意见\n集团,管道属我公司\n";
        await MustAsync(store, desk, id, (d, r) => d.ConsultOutsideAsync(new ConsultOutside(
            id, r, new OutsideOpinion("贵港水务集团", desk.Clock.Today, "管道属集团，已派人抢修。"), "复函.csv", new MemoryStream(Encoding.UTF8.GetBytes(words)), desk.Clerk)));

        var sheet = (await SheetAsync(store, desk, id))!;
        var (outside, file) = (Assert.Single(sheet.Case.Consultations), Assert.Single(sheet.Case.Files));
        Assert.Equal(("贵港水务集团", file.Id), (outside.OutsideName, outside.FileId));
        Assert.Empty(desk.OpenFiles());
        using var content = new StreamReader(await Files(desk).OpenAsync(file, default));
        Assert.Equal(words, await content.ReadToEndAsync());
        Assert.Equal("OpinionCase.PaperInFuture", Assert.Single((await UseAsync(store, desk, async d => await d.ConsultOutsideAsync(new ConsultOutside(
            id, await RevisionAsync(store, id), new OutsideOpinion("某公司", desk.Clock.Today.AddDays(1), "意见。"), "函.csv", new MemoryStream(Encoding.UTF8.GetBytes(words)), desk.Clerk)))).Refusals).Code);
        Assert.NotEmpty((await UseAsync(store, desk, async d => await d.AddFileAsync(new AddCaseFile(id, await RevisionAsync(store, id), "假图.png", new MemoryStream(Encoding.UTF8.GetBytes("不是图片")), desk.Clerk)))).Refusals);
    }

    [Theory, EveryEngine]
    public async Task Silence_WaitsForAnotherPersonOfTheOffice(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await RegisterAsync(store, desk);
        foreach (var act in new[] { CaseTransitions.Assess, CaseTransitions.Handle, CaseTransitions.ProposeSilence })
            await MustAsync(store, desk, id, (d, r) => d.ActAsync(new ActOnCase(id, r, act, "写明的内容。", desk.Clerk)));
        var office = new StaffRights([new RoleAt(Guid.NewGuid(), StaffRole.DisclosureOffice)]);
        Assert.Equal(DeskTaskKind.CaseSilence, Assert.Single(await DeskAsync(store, desk, new DeskPerson(desk.SecondReviewer, office))).Kind);
        Assert.Empty(await DeskAsync(store, desk, new DeskPerson(desk.Clerk, office)));

        Assert.Equal("OpinionCase.SecondPersonNeeded", Assert.Single((await UseAsync(store, desk, async d => await d.DecideSilenceAsync(new DecideSilence(id, await RevisionAsync(store, id), true, "", desk.Clerk)))).Refusals).Code);
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await UseAsync(store, desk, d => d.DecideSilenceAsync(new DecideSilence(id, 0, true, "", desk.SecondReviewer)))).Kind);
        await MustAsync(store, desk, id, (d, r) => d.DecideSilenceAsync(new DecideSilence(id, r, true, "", desk.SecondReviewer)));
        Assert.Equal(CaseStage.Evaluating, (await SheetAsync(store, desk, id))!.Case.Stage);
    }

    [Theory, EveryEngine]
    public async Task Desk_OpenCase_WaitsInItsOrganisationByTheHour(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await RegisterAsync(store, desk, CaseGrade.Gravest);
        var task = Assert.Single(await DeskAsync(store, desk, new DeskPerson(desk.Clerk, new StaffRights([new RoleAt(desk.Organisation.Id, StaffRole.Clerk)]))));
        Assert.Equal((DeskTaskKind.OpinionCase, desk.Clock.Now.AddHours(3)), (task.Kind, task.DueAt));
        Assert.Single(await DeskAsync(store, desk, new DeskPerson(desk.SecondReviewer, new StaffRights([new RoleAt(Guid.NewGuid(), StaffRole.DisclosureOffice)]))));
        Assert.Empty(await DeskAsync(store, desk, new DeskPerson(Guid.NewGuid(), new StaffRights([new RoleAt(Guid.NewGuid(), StaffRole.Reviewer)]))));
        Assert.Null(await UseQueriesAsync(store, desk, q => q.FindAsync(new OrganisationScope([Guid.NewGuid()]), id)));
        Assert.Single((await UseQueriesAsync(store, desk, q => q.PageAsync(OrganisationScope.WholeCity, new CaseFilter(CaseStage.Collecting, CaseGrade.Gravest, true), null, null))).Rows);
        Assert.Empty((await UseQueriesAsync(store, desk, q => q.PageAsync(OrganisationScope.WholeCity, new CaseFilter(CaseStage.Closed), null, null))).Rows);
    }

    [Theory, EveryEngine]
    public async Task Register_SentTwice_MakesOneCase(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = Guid.CreateVersion7(desk.Clock.Now);
        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(id, (await UseAsync(store, desk, d => d.RegisterAsync(new RegisterCase(desk.Organisation.Id, TestData.CaseFacts(desk.Clock.Now), desk.Clerk, id)))).Value);
        Assert.Equal(1, await store.ReadAsync(db => db.OpinionCases.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Draft_OfAPolicyThatIsNotPublic_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var draft = await desk.DraftAsync();
        var facts = new ResponseFacts(ResponseKind.Answer, "身份证 11010519491231002X 怎么办？", draft, "", true);
        Assert.Equal(
            ["Response.HasPersonalData", "Response.PolicyNotPublic"],
            (await ResponsesAsync(store, desk, d => d.DraftAsync(new DraftResponse(desk.Organisation.Id, null, "关于某事的回应", facts, desk.Clerk)))).Refusals.Select(r => r.Code));
    }

    private static async Task<Guid> RegisterAsync(TestStore store, DisclosureDesk desk, CaseGrade grade = CaseGrade.Ordinary) =>
        (await UseAsync(store, desk, d => d.RegisterAsync(new RegisterCase(desk.Organisation.Id, TestData.CaseFacts(desk.Clock.Now, grade), desk.Clerk)))).Value;

    private static async Task<Guid> DraftAsync(TestStore store, DisclosureDesk desk, Guid caseId, Guid policy)
    {
        var facts = new ResponseFacts(ResponseKind.Answer, "居民用水也要涨价吗？", policy, "", true);
        var drafted = await ResponsesAsync(store, desk, d => d.DraftAsync(new DraftResponse(desk.Organisation.Id, caseId, "关于供水价格误读的回应", facts, desk.Clerk)));
        return drafted.IsDone ? drafted.Value : throw new InvalidOperationException(string.Join("; ", drafted.Refusals));
    }

    private static async Task PublishAsync(TestStore store, DisclosureDesk desk, Guid id)
    {
        var text = desk.GoodText("关于供水价格误读的回应") with { Genre = DisclosureGenre.Response, DocumentNumber = "" };
        var edited = await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), text, [], desk.Clerk)));
        Assert.True(edited.IsDone, string.Join("; ", edited.Refusals));
        await desk.ReviewedAsync(id);
        var published = await desk.PublishAsync(id);
        Assert.True(published.IsDone, string.Join("; ", published.Refusals));
    }

    private static async Task MustAsync(TestStore store, DisclosureDesk desk, Guid id, Func<CaseDesk, int, Task<Outcome>> act)
    {
        var revision = await RevisionAsync(store, id);
        var outcome = await UseAsync(store, desk, d => act(d, revision));
        Assert.True(outcome.IsDone, outcome.Kind + ": " + string.Join("; ", outcome.Refusals));
    }

    private static CaseFiles Files(DisclosureDesk desk) => new(desk.Closed, desk.Clock.Business, Options.Create(new StorageOptions()));

    private static Task<int> RevisionAsync(TestStore store, Guid id) => store.ReadAsync(db => db.OpinionCases.Where(c => c.Id == id).Select(c => c.Revision).SingleAsync());

    private static async Task<T> UseAsync<T>(TestStore store, DisclosureDesk desk, Func<CaseDesk, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(new CaseDesk(db, desk.Clock.Business, Files(desk), Options.Create(new CaseOptions())));
    }

    private static async Task<T> UseQueriesAsync<T>(TestStore store, DisclosureDesk desk, Func<CaseQueries, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(new CaseQueries(db, desk.Clock.Business));
    }

    private static Task<CaseSheet?> SheetAsync(TestStore store, DisclosureDesk desk, Guid id) => UseQueriesAsync(store, desk, q => q.FindAsync(new OrganisationScope([desk.Organisation.Id]), id));

    private static Task<ConsultationSheet?> ConsultationAsync(TestStore store, DisclosureDesk desk, Guid organisation, Guid id) =>
        UseQueriesAsync(store, desk, q => q.FindConsultationAsync(new OrganisationScope([organisation]), id));

    private static async Task<IReadOnlyList<DeskTask>> DeskAsync(TestStore store, DisclosureDesk desk, DeskPerson person)
    {
        await using var db = store.Open();
        var one = new OneDesk([new CaseDeskSource(db, new CaseQueries(db, desk.Clock.Business))], desk.Clock.Business);
        var tasks = await one.ReadAsync(person);
        Assert.Equal(tasks.Count, await one.CountAsync(person));
        return tasks;
    }

    private static async Task<T> ReadAsync<T>(TestStore store, DisclosureDesk desk, Func<ResponseReader, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(new ResponseReader(db, desk.Clock.Business));
    }

    private static async Task<T> ResponsesAsync<T>(TestStore store, DisclosureDesk desk, Func<ResponseDesk, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(new ResponseDesk(db, new DisclosureStore(db, desk.Clock.Business), desk.Clock.Business));
    }

    private static Task<Outcome> DescribeAsync(TestStore store, DisclosureDesk desk, Guid id, int revision, ResponseFacts facts) =>
        ResponsesAsync(store, desk, d => d.DescribeAsync(new DescribeResponse(id, revision, facts, desk.Clerk)));
}
