using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>
/// The three synchronous (三同步) at every door: wherever a policy comes from (written here, a row of a batch, a page of an old site, the
/// next version of something public) and whichever way it takes its steps, it is not handed in without a plan, not signed off without
/// signed material, and does not go out once the material is gone.
/// </summary>
public sealed class DoorsOfTheGateTests
{
    private const string Written = "written", Row = "batch", Imported = "imported";

    private const string ImportHead = "标题,正文,原网址,原发布日期,成文日期\n";

    private const string OldPage = "关于第1号工作安排的通知,各村（社区）认真贯彻执行，并于每月25日前报送落实情况，工作人员当场登记。,http://old.example/1.html,2019-01-10,2019-01-08\n";

    private static readonly Dictionary<string, string> Reasons =
        PublicationChecklist.Rules.Where(r => r.Severity == ChecklistSeverity.Warning).ToDictionary(r => r.Code, _ => "按目录要求办理");

    /// <summary>Where a policy comes from, and whether its steps are taken by its own page or for the whole batch.</summary>
    public static TheoryData<string, bool> Doors => new()
    {
        { Written, false },
        { Row, false },
        { Row, true },
        { Imported, false },
        { Imported, true },
        { nameof(ChangeKind.Correction), false },
        { nameof(ChangeKind.Update), false },
    };

    [Theory, MemberData(nameof(Doors))]
    public async Task EveryDoor_EachStepWithoutItsPart_IsRefusedAndNothingGoesOut(string from, bool together)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ImportTests.ServicesAsync(store, desk);
        var world = new World(store, desk, services);
        var policy = await world.DraftAsync(from);
        var versions = await world.VersionsAsync(policy);

        // Handed in: the plan is missing.
        Assert.Contains("Checklist.InterpretationPlanMissing", await world.StepAsync(policy, BatchStep.Submit, together), StringComparison.Ordinal);
        Assert.Equal(DisclosureState.Draft, await world.StateAsync(policy));
        await desk.PlanAsync(policy);
        Assert.Empty(await world.StepAsync(policy, BatchStep.Submit, together));
        Assert.Empty(await world.StepAsync(policy, BatchStep.PassSecrecyReview, together));

        // Signed off: the material is missing, then it is there and nobody has seen it.
        Assert.Contains("Checklist.InterpretationMaterialMissing", await world.StepAsync(policy, BatchStep.Approve, together), StringComparison.Ordinal);
        var text = await desk.ReadyInterpretationAsync(policy, InterpretationForm.Text);
        Assert.Contains("Checklist.InterpretationMaterialMissing", await world.StepAsync(policy, BatchStep.Approve, together, sees: true), StringComparison.Ordinal);
        await desk.ReadyInterpretationAsync(policy, InterpretationForm.Expert);
        Assert.Equal("Interpretation.MaterialNotSeen", await world.StepAsync(policy, BatchStep.Approve, together));
        Assert.Equal(DisclosureState.AwaitingApproval, await world.StateAsync(policy));
        Assert.Empty(await world.StepAsync(policy, BatchStep.Approve, together: false, sees: true));

        // Published, at once or by the schedule: part of the material was taken back meanwhile.
        Assert.True((await desk.WorkAsync(async w => await w.RecallAsync(new RecallDisclosure(text, await desk.RevisionAsync(text), desk.Clerk)))).IsDone);
        Assert.Contains("Checklist.InterpretationMaterialMissing", await world.StepAsync(policy, BatchStep.Publish, together), StringComparison.Ordinal);
        await world.RunScheduleAsync(policy);
        Assert.Equal((DisclosureState.AwaitingPublication, versions), (await world.StateAsync(policy), await world.VersionsAsync(policy)));
        Assert.Empty(await store.ReadAsync(db => db.PublicInterpretationLinks.ToListAsync()));

        // With all of it there it goes out, by the same door.
        await desk.ReadyAsync(text);
        Assert.Empty(await world.ApproveAsync(text));
        Assert.Empty(await world.StepAsync(policy, BatchStep.Publish, together));
        Assert.Equal(versions + 1, await world.VersionsAsync(policy));
        Assert.Equal(2, await store.ReadAsync(db => db.PublicInterpretationLinks.CountAsync(l => l.PolicyId == policy)));
    }

    [Theory, EveryEngine]
    public async Task SecondReview_PlanGoneSinceSubmission_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await store.ReadAsync(db => db.Organisations.Where(o => o.Id == desk.Organisation.Id).ExecuteUpdateAsync(u => u.SetProperty(o => o.ReviewSteps, 3)));
        var policy = await desk.DraftAsync(desk.PolicyText());
        await desk.PlanAsync(policy);
        await desk.ReadyAsync(policy);
        await store.ReadAsync(db => db.InterpretationPlans.ExecuteDeleteAsync());

        var refused = await desk.WorkAsync(async w => await w.PassSecondReviewAsync(new PassDisclosureSecondReview(policy, await desk.RevisionAsync(policy), desk.SecondReviewer)));

        Assert.Equal(["Checklist.InterpretationPlanMissing"], refused.Refusals.Select(r => r.Code));
        Assert.Equal(DisclosureState.AwaitingSecondReview, (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == policy))).State);
    }

    [Theory, EveryEngine]
    public async Task Import_PolicyOfAnOldSite_GoesOutWithItsFormerInterpretationAndKeepsItsDate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ImportTests.ServicesAsync(store, desk);
        var world = new World(store, desk, services);
        var policy = await world.DraftAsync(Imported);
        Assert.True((await desk.InterpretAsync(async d => await d.ForwardAsync(new ForwardInterpretation(
            policy, await desk.RevisionAsync(policy), new ForwardedWords("政策解读", "http://www.gpsmzj.gov.cn/zcjd/1.html", "市民政局"), desk.Clerk)))).IsDone);

        foreach (var step in new[] { BatchStep.Submit, BatchStep.PassSecrecyReview, BatchStep.Approve, BatchStep.Publish })
            Assert.Empty(await world.StepAsync(policy, step, together: true));

        var listing = await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == policy));
        Assert.True(listing.IsImported);
        Assert.Equal(new DateOnly(2019, 1, 10), await store.ReadAsync(db => db.Disclosures.Where(d => d.Id == policy).Select(d => d.OriginalPublishedOn).SingleAsync()));
        Assert.True(await store.ReadAsync(db => db.ForwardedInterpretations.AnyAsync(f => f.PolicyId == policy && f.IsPublic)));
    }

    /// <summary>Takes a policy through its steps by one door or the other, and tells the codes of what was refused.</summary>
    private sealed class World(TestStore store, DisclosureDesk desk, ServiceProvider services)
    {
        public async Task<Guid> DraftAsync(string from) => from switch
        {
            Written => await desk.DraftAsync(desk.PolicyText()),
            Row => await RowAsync((await BatchTests.ConfirmAsync(services, desk, (await BatchTests.UploadAsync(services, desk, BatchTests.Row(1))).Value)).Value, t => t with { Concerns = PublicConcerns.Livelihood, PlainSummary = "说明怎样申请救助。" }),
            Imported => await RowAsync(Assert.Single((await ImportTests.ConfirmAsync(services, desk, (await ImportTests.UploadAsync(services, desk, OfficeZip.Bytes(ImportHead + OldPage))).Value)).Value!), _ => desk.PolicyText()),
            _ => await NextVersionAsync(Enum.Parse<ChangeKind>(from)),
        };

        public async Task<string> StepAsync(Guid id, BatchStep step, bool together, bool sees = false)
        {
            if (together && !sees) return await TogetherAsync(id, step);
            var revision = await desk.RevisionAsync(id);
            var outcome = step switch
            {
                BatchStep.Submit => await desk.WorkAsync(w => w.SubmitAsync(new SubmitDisclosure(id, revision, desk.Clerk, Reasons: Reasons))),
                BatchStep.PassSecrecyReview => await desk.WorkAsync(w => w.ReviewSecrecyAsync(new ReviewSecrecy(id, revision, SecrecyConclusion.MayPublish, "", desk.Reviewer))),
                BatchStep.Approve => await ApproveAsync(id, revision, sees),
                _ => await desk.PublishAsync(id, reasons: Reasons),
            };
            return Codes(outcome);
        }

        public async Task<string> ApproveAsync(Guid id) => Codes(await ApproveAsync(id, await desk.RevisionAsync(id), sees: true));

        public async Task RunScheduleAsync(Guid id)
        {
            Assert.True((await desk.WorkAsync(async w => await w.ScheduleAsync(new ScheduleDisclosure(id, await desk.RevisionAsync(id), desk.Clock.Now.AddHours(1), desk.Reviewer)))).IsDone);
            desk.Clock.Advance(TimeSpan.FromHours(2));
            Assert.Equal(0, await PublishScheduledTests.Job(store, desk).RunAsync(CancellationToken.None));
            var told = await store.ReadAsync(db => db.Set<ScheduleRefusal>().SingleAsync(r => r.DisclosureId == id));
            Assert.Contains(told.Read(), r => r.Code == "Checklist.InterpretationMaterialMissing");
        }

        public Task<int> VersionsAsync(Guid id) => store.ReadAsync(db => db.Versions.CountAsync(v => v.DisclosureId == id));

        public async Task<DisclosureState> StateAsync(Guid id) => (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).State;

        private async Task<Outcome> ApproveAsync(Guid id, int revision, bool sees)
        {
            var seen = sees ? await desk.SeenMaterialAsync(id) : null;
            return await desk.WorkAsync(w => w.ApproveAsync(new ApproveDisclosure(id, revision, desk.Reviewer, Reasons: Reasons, SeenMaterial: seen)));
        }

        private async Task<Guid> RowAsync(Guid batch, Func<DisclosureText, DisclosureText> change)
        {
            var row = await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.BatchId == batch));
            Assert.True((await desk.EditAsync(e => e.EditAsync(new EditDisclosure(row.Id, row.Revision, change(row.Text), desk.GoodItems, desk.Clerk)))).IsDone);
            return row.Id;
        }

        private async Task<Guid> NextVersionAsync(ChangeKind kind)
        {
            var text = desk.PolicyText();
            var id = await desk.PublishedAsync(text with { Genre = DisclosureGenre.Other });
            var changedOn = kind == ChangeKind.Update ? desk.Clock.Today : (DateOnly?)null;
            Assert.True((await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), kind, "类别有误", desk.Clerk, changedOn)))).IsDone);
            Assert.True((await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), text, desk.GoodItems, desk.Clerk)))).IsDone);
            return id;
        }

        private async Task<string> TogetherAsync(Guid id, BatchStep step)
        {
            var batch = (await store.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => d.BatchId).SingleAsync()))!.Value;
            var by = step == BatchStep.Submit ? desk.Clerk : desk.Reviewer;
            var outcome = await BatchTests.RequestAsync(services, new RunBatch(Guid.NewGuid(), batch, step, await BatchTests.SeenAsync(services, batch, step), Reasons, "", by));
            Assert.True(outcome.IsDone, step + string.Join("; ", outcome.Refusals));
            return string.Join(';', (await BatchTests.LastAsync(services, batch)).Left.Select(l => l.Codes));
        }

        private static string Codes(Outcome outcome) => outcome.IsDone ? "" : outcome.Refusals.Count == 0 ? outcome.Kind.ToString() : string.Join(';', outcome.Refusals.Select(r => r.Code));
    }
}
