using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>
/// No door lets out an identity number, in text or file, a text without its secrecy review, or a policy without its interpretation:
/// the page, the schedule, the forced door and the batch. Each fault is put straight into the stored record, as an error elsewhere might leave it.
/// </summary>
public sealed class DoorsOfPublicationTests
{
    private const string Number = "11010519491231002X";

    /// <summary>Every fault with the code that stops it.</summary>
    private static readonly (string Code, Func<TestStore, DisclosureDesk, Guid, Task> Plant)[] Faults =
    [
        ("Checklist.IdentityNumberFound", PlantInTextAsync),
        ("Checklist.FileIdentityNumberFound", PlantInFileAsync),
        ("Disclosure.SecrecyReviewMissing", DropReviewAsync),
        ("Checklist.InterpretationPlanMissing", MarkAsPolicyAsync),
        ("Checklist.InterpretationMaterialMissing", PlantPlanAsync),
        ("Checklist.InterpretationMaterialMissing", PlantUnsignedMaterialAsync),
    ];

    [Theory, EveryEngine]
    public async Task Publish_FaultAfterApproval_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        foreach (var (code, plant) in Faults)
        {
            var id = await desk.ApprovedAsync();
            await plant(store, desk, id);

            Assert.Contains((await desk.PublishAsync(id)).Refusals, r => r.Code == code);
        }

        await NothingIsPublicAsync(store);
    }

    [Theory, EveryEngine]
    public async Task ScheduleJob_FaultAfterApproval_NeverSendsItOutAndTellsTheDesk(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);
        var at = desk.Clock.Now.AddHours(2);
        var ids = new List<Guid>();
        foreach (var (_, plant) in Faults)
        {
            var id = await desk.ApprovedAsync();
            Assert.True((await desk.WorkAsync(async w => await w.ScheduleAsync(new ScheduleDisclosure(id, await desk.RevisionAsync(id), at, desk.Reviewer)))).IsDone);
            await plant(store, desk, id);
            ids.Add(id);
        }

        desk.Clock.Advance(TimeSpan.FromHours(3));
        var job = PublishScheduledTests.Job(store, desk);

        Assert.Equal(0, await job.RunAsync(CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await job.RunAsync(CancellationToken.None));

        var told = await store.ReadAsync(db => db.Set<ScheduleRefusal>().ToDictionaryAsync(r => r.DisclosureId));
        foreach (var (fault, id) in Faults.Zip(ids)) Assert.Contains(told[id].Read(), r => r.Code == fault.Code);
        await NothingIsPublicAsync(store);
    }

    [Theory, EveryEngine]
    public async Task Force_FaultAfterReview_IsRefusedWhateverTheReason(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        foreach (var (code, plant) in Faults)
        {
            var id = await desk.DraftAsync();
            Assert.True((await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)))).IsDone);
            Assert.True((await desk.WorkAsync(async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await desk.RevisionAsync(id), SecrecyConclusion.MayPublish, "", desk.Reviewer)))).IsDone);
            await plant(store, desk, id);

            Assert.Contains((await ForcedPublicationDeskTests.ForceAsync(store, desk, id, official)).Refusals, r => r.Code == code);
        }

        Assert.Equal(0, await store.ReadAsync(db => db.ForcedPublications.CountAsync()));
        await NothingIsPublicAsync(store);
    }

    [Theory, EveryEngine]
    public async Task Batch_RowsWithFaults_StayBehindAndOnlyTheGoodOneGoesOut(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await BatchTests.ServicesAsync(store, desk);
        var upload = await BatchTests.UploadAsync(services, desk, [.. Enumerable.Range(1, Faults.Length + 1).Select(BatchTests.Row)]);
        var batch = (await BatchTests.ConfirmAsync(services, desk, upload.Value)).Value;
        var reasons = PublicationChecklist.Rules.Where(r => r.Severity == ChecklistSeverity.Warning).ToDictionary(r => r.Code, _ => "按目录要求办理");
        await StepAsync(BatchStep.Submit, desk.Clerk);
        await StepAsync(BatchStep.PassSecrecyReview, desk.Reviewer);
        Assert.Equal(Faults.Length + 1, (await StepAsync(BatchStep.Approve, desk.Reviewer)).Done);
        var rows = await store.ReadAsync(db => db.Disclosures.Where(d => d.BatchId == batch).OrderBy(d => d.BatchRow).Select(d => new { d.Id, d.BatchRow }).ToListAsync());
        foreach (var (fault, row) in Faults.Zip(rows)) await fault.Plant(store, desk, row.Id);

        var run = await StepAsync(BatchStep.Publish, desk.Reviewer);

        Assert.Equal(1, run.Done);
        foreach (var (fault, row) in Faults.Zip(rows)) Assert.Contains(fault.Code, run.Left.Single(l => l.Row == row.BatchRow).Codes, StringComparison.Ordinal);
        Assert.Equal([rows[^1].Id], await store.ReadAsync(db => db.Listings.Select(l => l.DisclosureId).ToListAsync()));

        async Task<BatchRun> StepAsync(BatchStep step, Guid by)
        {
            var outcome = await BatchTests.RequestAsync(services, new RunBatch(Guid.NewGuid(), batch, step, await BatchTests.SeenAsync(services, batch, step), reasons, "", by));
            Assert.True(outcome.IsDone, step + string.Join("; ", outcome.Refusals));
            return await BatchTests.LastAsync(services, batch);
        }
    }

    [Theory, EveryEngine]
    public async Task Batch_FileHungOnADraftOfABatch_CannotBeSubmittedWithIt(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await BatchTests.ServicesAsync(store, desk);
        var batch = (await BatchTests.ConfirmAsync(services, desk, (await BatchTests.UploadAsync(services, desk, BatchTests.Row(1), BatchTests.Row(2))).Value)).Value;
        var row = await store.ReadAsync(db => db.Disclosures.Where(d => d.BatchId == batch).OrderBy(d => d.BatchRow).Select(d => d.Id).FirstAsync());
        await desk.AttachAsync(row, "处罚决定书.csv", $"当事人,证号\n张三,{Number}\n");
        var reasons = PublicationChecklist.Rules.Where(r => r.Severity == ChecklistSeverity.Warning).ToDictionary(r => r.Code, _ => "按目录要求办理");

        var outcome = await BatchTests.RequestAsync(services, new RunBatch(Guid.NewGuid(), batch, BatchStep.Submit, await BatchTests.SeenAsync(services, batch, BatchStep.Submit), reasons, "", desk.Clerk));

        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
        var run = await BatchTests.LastAsync(services, batch);
        Assert.Equal((1, 2), (run.Done, Assert.Single(run.Left).Row));
        Assert.Contains("Checklist.FileIdentityNumberFound", run.Left[0].Codes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("持证人11010519491231002X经营")]
    [InlineData("持证人110105 19491231 002X经营")]
    [InlineData("持证人１１０１０５１９４９１２３１００２Ｘ经营")]
    [InlineData("旧证号110105491231002")]
    [InlineData("退款卡号6222022102000000010")]
    public async Task Batch_RowWithAPersonalNumber_IsNoDraft(string facts)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await BatchTests.ServicesAsync(store, desk);
        var upload = await BatchTests.UploadAsync(services, desk, BatchTests.Row(1), $"测试第二有限公司,浔市监罚〔2026〕2号,罚款,{facts},法,罚款,2026-03-01");

        var preview = await BatchTests.UseAsync<BatchUploads, BatchPreview?>(services, u => u.PreviewAsync(upload.Value, desk.Clerk));
        var batch = await BatchTests.ConfirmAsync(services, desk, upload.Value);

        Assert.Equal("BatchRow.PersonalNumber", Assert.Single(Assert.Single(preview!.Reading.Rejected).Problems).Code);
        Assert.Equal([2], await store.ReadAsync(db => db.Disclosures.Where(d => d.BatchId == batch.Value).Select(d => d.BatchRow!.Value).ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task Facts_LetterInAFile_BearsItsOwnDateAndDiffersFromTheFormedDate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();
        var letter = OfficeZip.Docx(OfficeZip.P("特此通知。") + OfficeZip.P("二〇二六年一月五日"));
        var stored = await desk.Files.StoreAsync(new MemoryStream(letter), default);
        await store.AddAsync(TestData.CreateAttachment(id, stored.Hash, "通知.docx"));

        await using var db = store.Open();
        var draft = await db.Disclosures.Include(d => d.Items).Include(d => d.Attachments).Include(d => d.WarningReasons).AsSplitQuery().SingleAsync(d => d.Id == id);
        var facts = await desk.Runner(db).FactsAsync(draft);
        var check = await desk.Runner(db).CheckAsync(draft);

        Assert.Equal([new DateOnly(2026, 1, 5)], facts.FileSignatures);
        Assert.Contains(check.Warnings, w => w.Refusal.Code == "Checklist.FormedOnAfterSignature");
    }

    private static async Task PlantInTextAsync(TestStore store, DisclosureDesk desk, Guid id)
    {
        await using var db = store.Open();
        var stored = await db.Disclosures.SingleAsync(d => d.Id == id);
        db.Entry(stored).ComplexProperty(d => d.Text).Property(t => t.Body).CurrentValue = $"身份证号{Number}，" + desk.GoodText().Body;
        await db.SaveChangesAsync();
    }

    private static async Task PlantInFileAsync(TestStore store, DisclosureDesk desk, Guid id)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"姓名,证号\n张三,{Number}\n"));
        var stored = await desk.Files.StoreAsync(content, default);
        await store.AddAsync(TestData.CreateAttachment(id, stored.Hash, "名单.csv"));
    }

    private static async Task DropReviewAsync(TestStore store, DisclosureDesk _, Guid id)
    {
        await using var db = store.Open();
        Assert.Equal(1, await db.Set<SecrecyReview>().Where(r => r.DisclosureId == id).ExecuteDeleteAsync());
    }

    private static async Task MarkAsPolicyAsync(TestStore store, DisclosureDesk _, Guid id)
    {
        await using var db = store.Open();
        var stored = await db.Disclosures.SingleAsync(d => d.Id == id);
        db.Entry(stored).ComplexProperty(d => d.Text).Property(t => t.Concerns).CurrentValue = PublicConcerns.Livelihood;
        await db.SaveChangesAsync();
    }

    private static async Task PlantPlanAsync(TestStore store, DisclosureDesk desk, Guid id)
    {
        await MarkAsPolicyAsync(store, desk, id);
        await desk.PlanAsync(id);
    }

    private static async Task PlantUnsignedMaterialAsync(TestStore store, DisclosureDesk desk, Guid id)
    {
        await PlantPlanAsync(store, desk, id);
        await desk.InterpretationAsync(id, InterpretationForm.Text);
        await desk.InterpretationAsync(id, InterpretationForm.Expert);
    }

    private static async Task NothingIsPublicAsync(TestStore store)
    {
        Assert.Equal(0, await store.ReadAsync(db => db.Versions.CountAsync()));
        Assert.Equal(0, await store.ReadAsync(db => db.Listings.CountAsync()));
    }
}
