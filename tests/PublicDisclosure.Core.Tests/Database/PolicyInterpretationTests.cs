using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The three synchronous (三同步): plan before submission, material signed off in the same step, one publication for all of it.</summary>
public sealed class PolicyInterpretationTests
{
    [Theory, EveryEngine]
    public async Task Submit_NoPlan_IsRefusedUntilThereIsOne(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await desk.DraftAsync(desk.PolicyText());

        Assert.Equal(["Checklist.InterpretationPlanMissing"], (await SubmitAsync(desk, policy)).Refusals.Select(r => r.Code));
        await desk.PlanAsync(policy);

        Assert.True((await SubmitAsync(desk, policy)).IsDone);
    }

    [Theory, EveryEngine]
    public async Task Submit_MarkedAsTouchingTheMarket_NeedsAPlanWhateverItsGenre(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var marked = await desk.DraftAsync(desk.GoodText() with { Concerns = PublicConcerns.Market });
        var plain = await desk.DraftAsync();

        Assert.Contains((await SubmitAsync(desk, marked)).Refusals, r => r.Code == "Checklist.InterpretationPlanMissing");
        Assert.True((await SubmitAsync(desk, plain)).IsDone);
    }

    [Theory, EveryEngine]
    public async Task Approve_LessThanTwoFormsWithText_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await desk.DraftAsync(desk.PolicyText());
        await desk.PlanAsync(policy);
        await desk.ReadyAsync(policy);
        await MissingAsync();
        await desk.ReadyInterpretationAsync(policy, InterpretationForm.Expert);
        await MissingAsync();
        await desk.ReadyInterpretationAsync(policy, InterpretationForm.PressConference);
        // Two forms, none of them text.
        await MissingAsync();
        var text = await desk.InterpretationAsync(policy, InterpretationForm.Text);
        // The text is there, its own secrecy review is not.
        await MissingAsync();
        await desk.ReadyAsync(text);

        Assert.True((await ApproveAsync(desk, policy)).IsDone);

        async Task MissingAsync()
        {
            Assert.Equal(["Checklist.InterpretationMaterialMissing"], (await ApproveAsync(desk, policy)).Refusals.Select(r => r.Code));
            Assert.Equal(DisclosureState.AwaitingApproval, await StateAsync(store, policy));
        }
    }

    [Theory, EveryEngine]
    public async Task Approve_MaterialReady_SignsAllOfItInOneSave(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (policy, text, expert) = await desk.PolicyWithMaterialAsync();

        Assert.True((await ApproveAsync(desk, policy)).IsDone);

        var signed = await store.ReadAsync(db => db.Disclosures.Where(d => d.State == DisclosureState.AwaitingPublication).ToListAsync());
        Assert.Equal(new[] { policy, text, expert }.Order(), signed.Select(d => d.Id).Order());
        Assert.All(signed, d => Assert.Equal((desk.Reviewer, d.TextRevision), (d.ApprovedBy, d.ApprovedTextRevision)));
        Assert.Equal(3, await store.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == "Disclosure.Approve" && a.By == desk.Reviewer)));
        Assert.Single(signed.Select(d => d.ApprovedAt).Distinct());
    }

    [Theory, EveryEngine]
    public async Task Approve_MaterialNotSeenOrChangedSince_ChangesNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (policy, text, _) = await desk.PolicyWithMaterialAsync();
        var seen = await desk.SeenMaterialAsync(policy);

        Assert.Equal("Interpretation.MaterialNotSeen", Assert.Single((await ApproveAsync(desk, policy, seen: false)).Refusals).Code);
        Assert.True((await desk.WorkAsync(async w => await w.ReturnAsync(new ReturnDisclosure(text, await desk.RevisionAsync(text), "数字有误", desk.Reviewer)))).IsDone);
        await desk.ReadyAsync(text);
        var outdated = await desk.WorkAsync(async w => await w.ApproveAsync(new ApproveDisclosure(policy, await desk.RevisionAsync(policy), desk.Reviewer, SeenMaterial: seen)));

        Assert.Equal(OutcomeKind.EditedMeanwhile, outdated.Kind);
        Assert.Equal(0, await store.ReadAsync(db => db.Disclosures.CountAsync(d => d.State == DisclosureState.AwaitingPublication)));
    }

    [Theory, EveryEngine]
    public async Task Approve_ByAPersonWhoWroteSomeOfTheMaterial_IsRefusedForAll(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await desk.DraftAsync(desk.PolicyText());
        await desk.PlanAsync(policy);
        await desk.ReadyInterpretationAsync(policy, InterpretationForm.Text);
        var expert = await desk.InterpretationAsync(policy, InterpretationForm.Expert);
        // The second reviewer writes in one of them, and the first one passes it.
        await desk.InterpretAsync(async d => await d.DescribeAsync(new DescribeInterpretation(
            expert, await desk.RevisionAsync(expert), PolicyStage.Execution, DisclosureDesk.Head, [policy], desk.SecondReviewer)));
        await desk.ReadyAsync(expert);
        await desk.ReadyAsync(policy);

        var refused = await ApproveAsync(desk, policy, by: desk.SecondReviewer);

        Assert.Equal(["Interpretation.MaterialBlocked", "Disclosure.ReviewerIsContributor"], refused.Refusals.Select(r => r.Code));
        Assert.Equal(0, await store.ReadAsync(db => db.Disclosures.CountAsync(d => d.State == DisclosureState.AwaitingPublication)));
        Assert.True((await ApproveAsync(desk, policy)).IsDone);
    }

    [Theory, EveryEngine]
    public async Task Read_DisplayOverBeforeTheJobTookItAway_NamesNeitherPolicyNorMaterial(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (policy, text, expert) = await desk.PublishedPolicyAsync();
        await UntilAsync(policy, desk.Clock.Today);
        Assert.Equal((true, 2), await ReadAsync());

        await UntilAsync(policy, desk.Clock.Today.AddDays(-1));
        Assert.Equal((false, 2), await ReadAsync());
        await UntilAsync(expert, desk.Clock.Today.AddDays(-1));
        Assert.Equal((false, 1), await ReadAsync());

        Task<int> UntilAsync(Guid id, DateOnly until) =>
            store.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).ExecuteUpdateAsync(set => set.SetProperty(l => l.DisplayUntil, until)));

        // Whether the interpretation names its policy, and how many interpretations the policy names.
        async Task<(bool IsNamed, int Material)> ReadAsync()
        {
            await using var db = store.Open();
            var reader = new InterpretationReader(db, new OwedInterpretations(db, new CalendarStore(db), desk.Clock.Business), desk.Clock.Business);
            var line = (await reader.LinesAsync([text]))[text].Policies.Single();
            Assert.NotEmpty(line.Address);
            var policies = await new QuestionReader(db, new DisclosureReader(db, desk.Clock.Business), desk.Clock.Business).PoliciesAsync(text, TestContext.Current.CancellationToken);
            Assert.Equal(line.Title is null ? [] : [line.Title], policies.Select(p => p.Title));
            var record = (await new DisclosureReader(db, desk.Clock.Business).RecordsAsync([policy], default))[policy];
            return (line.Title is not null, (await reader.OfAsync(record)).Material.Count);
        }
    }

    [Theory, EveryEngine]
    public async Task Publish_ApprovedPolicy_TakesItsMaterialAlongWithNumbersInARow(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);

        var (policy, text, expert) = await desk.PublishedPolicyAsync();

        var listed = await store.ReadAsync(db => db.Listings.OrderBy(l => l.Address).ToListAsync());
        Assert.Equal([policy, text, expert], listed.Select(l => l.DisclosureId));
        Assert.Equal(["00001", "00002", "00003"], listed.Select(l => l.Address[^5..]));
        Assert.Single(listed.Select(l => l.FirstPublishedAt).Distinct());
        Assert.Equal(3, await store.ReadAsync(db => db.Set<IndexCounter>().Select(c => c.Last).SingleAsync()));
        var links = await store.ReadAsync(db => db.PublicInterpretationLinks.ToListAsync());
        Assert.Equal([policy, policy], links.Select(l => l.PolicyId));
        Assert.Equal(new[] { text, expert }.Order(), links.Select(l => l.InterpretationId).Order());
        Assert.Equal(3, await store.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == "Disclosure.Publish")));
    }

    [Theory, EveryEngine]
    public async Task Publish_OnePieceOfMaterialBroken_NothingGoesOutAndNoNumberIsUsed(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (policy, _, expert) = await ApprovedAsync(desk);
        // Put straight into the record, as an error elsewhere might leave it.
        await store.ReadAsync(db => db.Disclosures.Where(d => d.Id == expert).ExecuteUpdateAsync(u => u.SetProperty(d => d.Text.Body, "持证人11010519491231002X")));

        var refused = await desk.PublishAsync(policy);

        Assert.Equal("Interpretation.MaterialBlocked", refused.Refusals[0].Code);
        Assert.Contains(refused.Refusals, r => r.Code == "Checklist.IdentityNumberFound");
        Assert.Equal(0, await store.ReadAsync(db => db.Listings.CountAsync()));
        Assert.Equal(0, await store.ReadAsync(db => db.Set<IndexCounter>().Select(c => c.Last).SumAsync()));
        Assert.Equal(3, await store.ReadAsync(db => db.Disclosures.CountAsync(d => d.State == DisclosureState.AwaitingPublication)));
    }

    [Theory, EveryEngine]
    public async Task Publish_MaterialTakenBackAfterApproval_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (policy, text, _) = await ApprovedAsync(desk);
        Assert.True((await desk.WorkAsync(async w => await w.RecallAsync(new RecallDisclosure(text, await desk.RevisionAsync(text), desk.Clerk)))).IsDone);

        Assert.Equal(["Checklist.InterpretationMaterialMissing"], (await desk.PublishAsync(policy)).Refusals.Select(r => r.Code));
        // Handed in again it waits for a signature of its own, which counts because the policy has its own already.
        await desk.ReadyAsync(text);
        Assert.Equal(["Checklist.InterpretationMaterialMissing"], (await desk.PublishAsync(policy)).Refusals.Select(r => r.Code));
        Assert.True((await ApproveAsync(desk, text)).IsDone);

        Assert.True((await desk.PublishAsync(policy)).IsDone);
        Assert.Equal(3, await store.ReadAsync(db => db.Listings.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Material_OfAPolicyThatIsNotPublic_GoesThroughNoDoorAlone(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var (policy, text, expert) = await desk.PolicyWithMaterialAsync();

        Assert.Equal(["Checklist.InterpretationPolicyBehind"], (await ApproveAsync(desk, text)).Refusals.Select(r => r.Code));
        Assert.Equal(["Checklist.InterpretationPolicyBehind"], (await ForcedPublicationDeskTests.ForceAsync(store, desk, text, official)).Refusals.Select(r => r.Code));
        Assert.True((await ApproveAsync(desk, policy)).IsDone);
        Assert.Equal(["Checklist.InterpretationPolicyBehind"], (await desk.PublishAsync(text)).Refusals.Select(r => r.Code));
        var scheduled = await desk.WorkAsync(async w => await w.ScheduleAsync(new ScheduleDisclosure(expert, await desk.RevisionAsync(expert), desk.Clock.Now.AddHours(1), desk.Reviewer)));

        Assert.Equal(["Checklist.InterpretationPolicyBehind"], scheduled.Refusals.Select(r => r.Code));
        Assert.Equal(0, await store.ReadAsync(db => db.Listings.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Schedule_OfThePolicy_CarriesItsMaterial(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);
        var (policy, _, _) = await ApprovedAsync(desk);
        Assert.True((await desk.WorkAsync(async w => await w.ScheduleAsync(new ScheduleDisclosure(policy, await desk.RevisionAsync(policy), desk.Clock.Now.AddHours(2), desk.Reviewer)))).IsDone);
        desk.Clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(1));

        Assert.Equal(1, await PublishScheduledTests.Job(store, desk).RunAsync(CancellationToken.None));

        Assert.Equal(3, await store.ReadAsync(db => db.Listings.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Schedule_MaterialGoneMeanwhile_StaysBehindAndTellsTheDesk(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);
        var (policy, text, _) = await ApprovedAsync(desk);
        Assert.True((await desk.WorkAsync(async w => await w.ScheduleAsync(new ScheduleDisclosure(policy, await desk.RevisionAsync(policy), desk.Clock.Now.AddHours(2), desk.Reviewer)))).IsDone);
        Assert.True((await desk.WorkAsync(async w => await w.RecallAsync(new RecallDisclosure(text, await desk.RevisionAsync(text), desk.Clerk)))).IsDone);
        desk.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(0, await PublishScheduledTests.Job(store, desk).RunAsync(CancellationToken.None));

        var told = await store.ReadAsync(db => db.Set<ScheduleRefusal>().SingleAsync(r => r.DisclosureId == policy));
        Assert.Contains(told.Read(), r => r.Code == "Checklist.InterpretationMaterialMissing");
        Assert.Equal(0, await store.ReadAsync(db => db.Listings.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Force_WithoutMaterial_IsRefusedWhateverTheReason(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var policy = await desk.DraftAsync(desk.PolicyText());
        await desk.PlanAsync(policy);
        await desk.ReadyAsync(policy);

        Assert.Equal(["Checklist.InterpretationMaterialMissing"], (await ForcedPublicationDeskTests.ForceAsync(store, desk, policy, official)).Refusals.Select(r => r.Code));
        Assert.Equal(0, await store.ReadAsync(db => db.Listings.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Force_WithMaterial_ForcesAllOfItAndEachIsReviewedAfterwards(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var (policy, text, expert) = await desk.PolicyWithMaterialAsync();

        Assert.True((await ForcedPublicationDeskTests.ForceAsync(store, desk, policy, official)).IsDone);

        Assert.Equal(new[] { policy, text, expert }.Order(), (await store.ReadAsync(db => db.ForcedPublications.Select(f => f.DisclosureId).ToListAsync())).Order());
        Assert.Equal(3, await store.ReadAsync(db => db.Listings.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Correct_IntoAGenreThatIsAsked_MeetsTheGateAfterAll(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var text = desk.PolicyText();
        var id = await desk.PublishedAsync(text with { Genre = DisclosureGenre.Other });
        Assert.True((await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "类别有误", desk.Clerk, null)))).IsDone);
        Assert.True((await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), text, desk.GoodItems, desk.Clerk)))).IsDone);

        Assert.Contains((await SubmitAsync(desk, id)).Refusals, r => r.Code == "Checklist.InterpretationPlanMissing");
    }

    [Theory, EveryEngine]
    public async Task Correct_APolicyWithItsMaterial_NeedsNoSecond(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var text = desk.PolicyText();
        var (policy, _, _) = await desk.PublishedPolicyAsync(text);

        await desk.PublishChangeAsync(policy, ChangeKind.Correction, text with { Summary = "部署救助工作，方便群众。" });

        Assert.Equal(2, await store.ReadAsync(db => db.Versions.CountAsync(v => v.DisclosureId == policy)));
    }

    [Theory, EveryEngine]
    public async Task Withdraw_PolicyWhileItsInterpretationIsUnderReview_StopsItAndLosesNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (policy, _, _) = await desk.PublishedPolicyAsync();
        var other = (await desk.PublishedPolicyAsync()).Policy;
        var later = await desk.ReadyInterpretationAsync(policy, InterpretationForm.PressConference);
        var title = (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == policy))).Text.Title;
        await desk.WithdrawAsync(policy, WithdrawalReason.Error);

        var refused = await ApproveAsync(desk, later);

        Assert.Equal(new Refusal("Checklist.InterpretationPolicyClosed", "Interpretation", title), Assert.Single(refused.Refusals));
        // Taken back it may explain another policy, with every word it had.
        Assert.True((await desk.WorkAsync(async w => await w.RecallAsync(new RecallDisclosure(later, await desk.RevisionAsync(later), desk.Clerk)))).IsDone);
        Assert.True((await desk.InterpretAsync(async d => await d.DescribeAsync(new DescribeInterpretation(
            later, await desk.RevisionAsync(later), PolicyStage.Execution, DisclosureDesk.Head, [other], desk.Clerk)))).IsDone);
        await desk.ReadyAsync(later);
        Assert.True((await ApproveAsync(desk, later)).IsDone);
        Assert.True((await desk.PublishAsync(later)).IsDone);
        Assert.Equal([other], await store.ReadAsync(db => db.PublicInterpretationLinks.Where(l => l.InterpretationId == later).Select(l => l.PolicyId).ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task Link_ToAnotherOrganisationsDraft_LooksUnknown(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        using var other = await DisclosureDesk.CreateAsync(store, desk.Clock);
        var foreign = await other.DraftAsync(other.PolicyText());
        var policy = await desk.DraftAsync(desk.PolicyText());
        var own = await desk.InterpretationAsync(policy, InterpretationForm.Text);

        var refused = await desk.InterpretAsync(async d => await d.DescribeAsync(new DescribeInterpretation(
            own, await desk.RevisionAsync(own), PolicyStage.Publication, DisclosureDesk.Head, [policy, foreign], desk.Clerk)));

        Assert.Equal("Interpretation.PolicyUnknown", Assert.Single(refused.Refusals).Code);
    }

    [Theory, EveryEngine]
    public async Task Draft_SentTwice_IsOneDraft(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await desk.DraftAsync(desk.PolicyText());
        var id = Guid.NewGuid();

        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(id, (await desk.InterpretAsync(d => d.DraftAsync(new DraftInterpretation(policy, InterpretationForm.Text, PolicyStage.Publication, desk.Clerk, id)))).Value);

        Assert.Equal(1, await store.ReadAsync(db => db.Interpretations.CountAsync()));
    }

    internal static Task<Outcome> SubmitAsync(DisclosureDesk desk, Guid id) =>
        desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

    internal static Task<Outcome> ApproveAsync(DisclosureDesk desk, Guid id, bool seen = true, Guid? by = null) => desk.WorkAsync(async w => await w.ApproveAsync(
        new ApproveDisclosure(id, await desk.RevisionAsync(id), by ?? desk.Reviewer, SeenMaterial: seen ? await desk.SeenMaterialAsync(id) : null)));

    internal static async Task<(Guid Policy, Guid Text, Guid Expert)> ApprovedAsync(DisclosureDesk desk)
    {
        var made = await desk.PolicyWithMaterialAsync();
        Assert.True((await ApproveAsync(desk, made.Policy)).IsDone);
        return made;
    }

    private static async Task<DisclosureState> StateAsync(TestStore store, Guid id) => (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).State;
}
