using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>A spreadsheet of decisions becomes drafts, and the drafts go their way together, each by itself.</summary>
public sealed class BatchTests
{
    private const string Head = "行政相对人名称,行政处罚决定书文号,处罚类别,违法事实,处罚依据,处罚结果,处罚决定日期";

    [Theory, EveryEngine]
    public async Task Confirm_GoodAndBadRows_EntersTheGoodAndKeepsTheOthersWithReasons(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var upload = await UploadAsync(services, desk, Row(1), "某公司,浔市监罚〔2026〕2号,罚款,无证经营,法,罚款,昨天", "李四的店,浔市监罚〔2026〕3号,罚款,持证人110101199003077758,法,罚款,2026-03-01", Row(1), Row(5));
        var preview = await UseAsync<BatchUploads, BatchPreview?>(services, u => u.PreviewAsync(upload.Value, desk.Clerk));
        Assert.Equal([2, 6], preview!.Reading.Good.Select(r => r.Number));
        Assert.Equal(["BatchRow.BadDate", "BatchRow.PersonalNumber", "BatchRow.TwiceInFile"], preview.Reading.Rejected.SelectMany(r => r.Problems).Select(p => p.Code));

        Assert.Equal("Batch.SomeRowsWrong", Assert.Single((await ConfirmAsync(services, desk, upload.Value, allOrNothing: true)).Refusals).Code);
        Assert.Equal(0, await store.ReadAsync(db => db.Disclosures.CountAsync()));
        var batch = await ConfirmAsync(services, desk, upload.Value);
        Assert.Equal(batch.Value, (await ConfirmAsync(services, desk, upload.Value)).Value);

        var drafts = await store.ReadAsync(db => db.Disclosures.Include(d => d.Items).Where(d => d.BatchId == batch.Value).OrderBy(d => d.BatchRow).ToListAsync());
        Assert.Equal([2, 6], drafts.Select(d => d.BatchRow!.Value));
        Assert.Equal(("浔市监罚〔2026〕1号", new DateOnly(2026, 3, 1), DisclosureGenre.Enforcement, desk.ItemCode), (drafts[0].Text.DocumentNumber, drafts[0].Text.FormedOn, drafts[0].Text.Genre, drafts[0].Items[0].ItemCode));
        var rejected = await UseAsync<BatchUploads, (string, string Csv)?>(services, u => u.RejectedAsync(upload.Value, desk.Clerk));
        Assert.Equal(4, rejected!.Value.Csv.Trim().Split("\r\n").Length);
        // Put right and sent again, the file is read with its two further columns.
        var again = await UploadTextAsync(services, desk, rejected.Value.Csv.Replace("昨天", "2026-03-01", StringComparison.Ordinal).Replace("110101199003077758", "已遮盖", StringComparison.Ordinal));
        var second = await UseAsync<BatchUploads, BatchPreview?>(services, u => u.PreviewAsync(again.Value, desk.Clerk));
        Assert.Equal([2, 3], second!.Reading.Good.Select(r => r.Number));
        Assert.Equal("BatchRow.NumberTaken", Assert.Single(Assert.Single(second.Reading.Rejected).Problems).Code);
    }

    [Theory, EveryEngine]
    public async Task Upload_SameFileTwice_EveryRowIsFoundToExist(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        await ConfirmAsync(services, desk, (await UploadAsync(services, desk, Row(1), Row(2))).Value);

        var again = await UploadAsync(services, desk, Row(1), Row(2));
        var preview = await UseAsync<BatchUploads, BatchPreview?>(services, u => u.PreviewAsync(again.Value, desk.Clerk));

        Assert.Equal(desk.Clock.Now, preview!.SentBefore);
        Assert.Empty(preview.Reading.Good);
        Assert.Equal("Batch.NothingToEnter", Assert.Single((await ConfirmAsync(services, desk, again.Value)).Refusals).Code);
    }

    [Theory, EveryEngine]
    public async Task Upload_ByAnotherOrganisationsClerk_IsNotFound(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var mine = await UploadAsync(services, desk, Row(1));
        var stranger = TestData.CreateStaffUser();
        var elsewhere = TestData.CreateOrganisation();
        await store.AddAsync(elsewhere, stranger, TestData.CreateMembership(stranger.Id, elsewhere.Id));

        var upload = await UseAsync<BatchUploads, OutcomeOf<Guid>>(services, u => u.UploadAsync(
            new UploadBatch(BatchKind.Decisions, desk.Organisation.Id, desk.ItemCode, null, false, "a.csv", [1, 2], stranger.Id)));

        Assert.Equal(OutcomeKind.NotFound, upload.Outcome.Kind);
        Assert.Null(await UseAsync<BatchUploads, BatchPreview?>(services, u => u.PreviewAsync(mine.Value, stranger.Id)));
        Assert.Equal(OutcomeKind.NotFound, (await UseAsync<BatchUploads, OutcomeOf<Guid>>(services, u => u.ConfirmAsync(new ConfirmBatch(mine.Value, false, stranger.Id, r => r.Code)))).Outcome.Kind);
    }

    [Fact]
    public async Task Confirm_FiveThousandRowsWithSeventeenBad_SaysHowToSplitAndWithRoomEntersTheRest()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var rows = Enumerable.Range(1, 5000).Select(i => i % 294 == 0 ? $"坏行{i},浔市监罚〔2026〕{i}号,罚款,事实,法,罚款,二月三十日" : Row(i)).ToArray();
        await using (var usual = await ServicesAsync(store, desk))
        {
            var refusal = Assert.Single((await UploadAsync(usual, desk, rows)).Refusals);
            Assert.Equal(("BatchFile.TooManyRows", 5000, 1000, 5), (refusal.Code, refusal.Arguments[0], refusal.Arguments[1], refusal.Arguments[2]));
        }

        await using var services = await ServicesAsync(store, desk, mostRows: 5000, isFirst: false);
        var upload = await UploadAsync(services, desk, rows);
        var batch = await ConfirmAsync(services, desk, upload.Value);

        Assert.Equal(4983, await store.ReadAsync(db => db.Disclosures.CountAsync(d => d.BatchId == batch.Value)));
        Assert.Equal(17, await store.ReadAsync(db => db.BatchUploads.Where(u => u.Id == upload.Value).Select(u => u.RejectedCount).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task Run_WholeWay_EachRowThroughItsOwnStepsAndTheBadOnesStayBehind(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var batch = (await ConfirmAsync(services, desk, (await UploadAsync(services, desk, Row(1), Row(2), Row(3))).Value)).Value;
        var reasons = await UseAsync<DisclosureWorkflow, Dictionary<string, string>>(services, _ => Task.FromResult(
            PublicationChecklist.Rules.Where(r => r.Severity == ChecklistSeverity.Warning).ToDictionary(r => r.Code, _ => "按目录要求办理")));
        // Row 3 is edited after the clerk saw the page.
        var seen = await SeenAsync(services, batch, BatchStep.Submit);
        var third = await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.BatchId == batch && d.BatchRow == 4));
        await desk.EditAsync(e => e.EditAsync(new EditDisclosure(third.Id, third.Revision, third.Text with { Keywords = "改过" }, [new ItemChoice(desk.ItemCode, "文件全文")], desk.Clerk)));

        var run = Guid.NewGuid();
        await RequestAsync(services, new RunBatch(run, batch, BatchStep.Submit, seen, reasons, "", desk.Clerk));
        Assert.True((await RequestAsync(services, new RunBatch(run, batch, BatchStep.Submit, seen, reasons, "", desk.Clerk))).IsDone);

        var submitted = await LastAsync(services, batch);
        Assert.True(submitted.EndedAt is not null && submitted.Done == 2, string.Join("; ", submitted.Left.Select(l => l.Codes)));
        Assert.Equal((4, OutcomeKind.EditedMeanwhile), (Assert.Single(submitted.Left).Row, submitted.Left[0].Kind));
        // Two persons hold for each row, whatever the rights say.
        var own = await RequestAsync(services, new RunBatch(Guid.NewGuid(), batch, BatchStep.PassSecrecyReview, await SeenAsync(services, batch, BatchStep.PassSecrecyReview), reasons, "", desk.Clerk));
        Assert.Equal(OutcomeKind.NotFound, own.Kind);
        foreach (var step in new[] { BatchStep.PassSecrecyReview, BatchStep.Approve, BatchStep.Publish })
        {
            var outcome = await RequestAsync(services, new RunBatch(Guid.NewGuid(), batch, step, await SeenAsync(services, batch, step), reasons, "", desk.Reviewer));
            Assert.True(outcome.IsDone);
            var last = await LastAsync(services, batch);
            Assert.True(last.Done == 2, step + string.Join("; ", last.Left.Select(l => l.Codes)));
        }

        Assert.Equal(2, await store.ReadAsync(db => db.Listings.CountAsync()));
        Assert.Equal(2, await store.ReadAsync(db => db.Set<DisclosureTransition>().CountAsync(t => t.Action == DisclosureAction.Publish)));
    }

    [Theory, EveryEngine]
    public async Task Run_Interrupted_GoesOnWithoutTakingAStepTwice(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var batch = (await ConfirmAsync(services, desk, (await UploadAsync(services, desk, Row(1), Row(2))).Value)).Value;
        var reasons = PublicationChecklist.Rules.Where(r => r.Severity == ChecklistSeverity.Warning).ToDictionary(r => r.Code, _ => "按目录要求办理");
        var run = BatchRun.Request(Guid.NewGuid(), new RunBatch(Guid.NewGuid(), batch, BatchStep.Submit, await SeenAsync(services, batch, BatchStep.Submit), reasons, "", desk.Clerk), System.Text.Json.JsonSerializer.Serialize(reasons), 2, desk.Clock.Now);
        await store.AddAsync(run);
        // The first row was saved when the power went, its count was not.
        var first = await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.BatchId == batch && d.BatchRow == 2));
        await UseAsync<DisclosureWorkflow, Outcome>(services, w => w.SubmitAsync(new SubmitDisclosure(first.Id, first.Revision, desk.Clerk, "", reasons)));

        Assert.Equal(2, await services.GetRequiredService<BatchRuns>().RunAsync(CancellationToken.None));

        Assert.Equal((2, 0), ((await LastAsync(services, batch)).Done, (await LastAsync(services, batch)).Left.Count));
        Assert.Equal(2, await store.ReadAsync(db => db.Set<DisclosureTransition>().CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Run_OrganisationOfThreeSteps_PassesTheSecondReviewByAnotherPerson(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var (second, admin) = (await desk.EmployAsync(StaffRole.Reviewer), await desk.EmployAsync(StaffRole.OrganisationAdmin));
        Assert.True((await UseAsync<OrganisationEditor, Outcome>(services, e => e.SetReviewStepsAsync(new SetReviewSteps(desk.Organisation.Id, desk.Organisation.Revision, 3, admin), CancellationToken.None))).IsDone);
        var batch = (await ConfirmAsync(services, desk, (await UploadAsync(services, desk, Row(1), Row(2))).Value)).Value;
        var reasons = PublicationChecklist.Rules.Where(r => r.Severity == ChecklistSeverity.Warning).ToDictionary(r => r.Code, _ => "按目录要求办理");
        async Task<BatchRun> StepAsync(BatchStep step, Guid by)
        {
            var outcome = await RequestAsync(services, new RunBatch(Guid.NewGuid(), batch, step, await SeenAsync(services, batch, step), reasons, "", by));
            Assert.True(outcome.IsDone, step + string.Join("; ", outcome.Refusals));
            return await LastAsync(services, batch);
        }

        Assert.Equal(2, (await StepAsync(BatchStep.Submit, desk.Clerk)).Done);
        Assert.Equal(2, (await StepAsync(BatchStep.PassSecrecyReview, desk.Reviewer)).Done);
        var byTheFirst = await StepAsync(BatchStep.PassSecondReview, desk.Reviewer);
        Assert.Equal((0, 2), (byTheFirst.Done, byTheFirst.Left.Count));
        Assert.All(byTheFirst.Left, l => Assert.Contains("Disclosure.SecondReviewerIsFirst", l.Codes, StringComparison.Ordinal));
        Assert.Equal("", await SeenAsync(services, batch, BatchStep.Approve));

        Assert.Equal(2, (await StepAsync(BatchStep.PassSecondReview, second)).Done);
        Assert.Equal(2, (await StepAsync(BatchStep.Approve, desk.Reviewer)).Done);
        Assert.Equal(2, (await StepAsync(BatchStep.Publish, desk.Reviewer)).Done);
    }

    [Theory, EveryEngine]
    public async Task Purge_AfterTheDays_DeletesUnconfirmedFilesAndRejectedRowsAndKeepsTheRest(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var purge = services.GetServices<Core.Jobs.IPeriodicJob>().OfType<PurgeUploads>().Single();
        var abandoned = await UploadAsync(services, desk, Row(7));
        var entered = await UploadAsync(services, desk, Row(1), "坏行,文号,,,,,");
        var batch = await ConfirmAsync(services, desk, entered.Value);
        desk.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await purge.RunAsync(CancellationToken.None));
        var fresh = await UploadAsync(services, desk, Row(8));

        desk.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(2, await purge.RunAsync(CancellationToken.None));
        Assert.Equal(0, await purge.RunAsync(CancellationToken.None));
        Assert.Equal(new[] { entered.Value, fresh.Value }.Order(), (await store.ReadAsync(db => db.BatchUploads.Select(u => u.Id).ToListAsync())).Order());
        Assert.DoesNotContain(abandoned.Value, await store.ReadAsync(db => db.BatchUploads.Select(u => u.Id).ToListAsync()));
        Assert.Null(await UseAsync<BatchUploads, (string, string)?>(services, u => u.RejectedAsync(entered.Value, desk.Clerk)));
        Assert.Equal(1, await store.ReadAsync(db => db.Disclosures.CountAsync(d => d.BatchId == batch.Value)));
        // A file that was entered is still known when it comes again.
        var again = await UploadAsync(services, desk, Row(1), "坏行,文号,,,,,");
        Assert.NotNull((await UseAsync<BatchUploads, BatchPreview?>(services, u => u.PreviewAsync(again.Value, desk.Clerk)))!.SentBefore);
    }

    internal static string Row(int i) => $"测试第{i}有限公司,浔市监罚〔2026〕{i}号,罚款,未取得许可从事经营活动,《无证无照经营查处办法》第十三条,罚款五千元,2026-03-01";

    internal static Task<OutcomeOf<Guid>> UploadAsync(ServiceProvider services, DisclosureDesk desk, params string[] rows) => UploadTextAsync(services, desk, Head + "\n" + string.Join('\n', rows));

    private static Task<OutcomeOf<Guid>> UploadTextAsync(ServiceProvider services, DisclosureDesk desk, string csv) => UseAsync<BatchUploads, OutcomeOf<Guid>>(services, u => u.UploadAsync(
        new UploadBatch(BatchKind.Decisions, desk.Organisation.Id, desk.ItemCode, null, false, "处罚.csv", Encoding.UTF8.GetBytes(csv), desk.Clerk)));

    internal static Task<OutcomeOf<Guid>> ConfirmAsync(ServiceProvider services, DisclosureDesk desk, Guid upload, bool allOrNothing = false) =>
        UseAsync<BatchUploads, OutcomeOf<Guid>>(services, u => u.ConfirmAsync(new ConfirmBatch(upload, allOrNothing, desk.Clerk, r => r.Code)));

    internal static Task<string> SeenAsync(ServiceProvider services, Guid batch, BatchStep step) => UseAsync<BatchDesk, string>(services, d => d.SeenAsync(batch, step));

    internal static Task<Outcome> RequestAsync(ServiceProvider services, RunBatch command) => services.GetRequiredService<BatchRuns>().RequestAsync(command, CancellationToken.None);

    internal static async Task<BatchRun> LastAsync(ServiceProvider services, Guid batch) => (await UseAsync<BatchDesk, BatchRun?>(services, d => d.LastRunAsync(batch)))!;

    internal static async Task<T> UseAsync<TService, T>(ServiceProvider services, Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    internal static async Task<ServiceProvider> ServicesAsync(TestStore store, DisclosureDesk desk, int mostRows = 1000, bool isFirst = true)
    {
        if (isFirst)
        {
            var (clerk, reviewer) = (TestData.CreateStaffUser(), TestData.CreateStaffUser());
            (clerk.Id, reviewer.Id) = (desk.Clerk, desk.Reviewer);
            await store.AddAsync(clerk, reviewer, TestData.CreateMembership(desk.Clerk, desk.Organisation.Id), TestData.CreateMembership(desk.Reviewer, desk.Organisation.Id, StaffRole.Reviewer));
        }

        var services = new ServiceCollection();
        services.AddDisclosureCore(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build(), Path.GetTempPath());
        services.AddLogging();
        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        services.AddScoped(_ => store.Open());
        services.AddSingleton(desk.Clock.Business);
        services.AddSingleton(desk.Files);
        services.Configure<BatchOptions>(o => o.MostRows = mostRows);
        return services.BuildServiceProvider();
    }
}
