using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What existing work puts on the one desk, for whom, on every engine. Counts and lists must agree.</summary>
public sealed class OneDeskTests
{
    [Theory, EveryEngine]
    public async Task Disclosures_OnTheirWay_WaitForWhoeverActsNext(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync(desk.GoodText("关于一件待办的通知"));
        Assert.Equal([DeskTaskKind.Draft], await KindsAsync(desk.Clerk, StaffRole.Clerk));
        Assert.Empty(await KindsAsync(desk.Reviewer, StaffRole.Reviewer));

        await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));
        Assert.Empty(await KindsAsync(desk.Clerk, StaffRole.Clerk));
        Assert.Empty(await KindsAsync(desk.Clerk, StaffRole.Reviewer));
        var task = Assert.Single(await TasksAsync(desk.Reviewer, StaffRole.Reviewer));
        Assert.Equal((DeskTaskKind.Review, "关于一件待办的通知", $"/admin/disclosures/{id}", desk.Organisation.ShortName), (task.Kind, task.Title, task.Path, task.Organisation));
        Assert.NotNull(task.DueOn);
        Assert.StartsWith("/calendar/count?from=", task.ExplanationPath, StringComparison.Ordinal);

        await desk.WorkAsync(async w => await w.ReturnAsync(new ReturnDisclosure(id, await desk.RevisionAsync(id), "请改", desk.Reviewer)));
        Assert.Equal([DeskTaskKind.Returned], await KindsAsync(desk.Clerk, StaffRole.Clerk));

        await desk.ReviewedAsync(id);
        Assert.Equal([DeskTaskKind.Publish], await KindsAsync(desk.Reviewer, StaffRole.Reviewer));
        Assert.True((await desk.PublishAsync(id)).IsDone);
        Assert.Empty(await KindsAsync(desk.Reviewer, StaffRole.Reviewer));

        async Task<List<DeskTaskKind>> KindsAsync(Guid who, StaffRole role) => [.. (await TasksAsync(who, role)).Select(t => t.Kind)];

        Task<IReadOnlyList<DeskTask>> TasksAsync(Guid who, StaffRole role) => ReadAsync(store, new DeskPerson(who, new StaffRights([new RoleAt(desk.Organisation.Id, role)])), db => [new DisclosureDeskSource(db, desk.Clock.Business)]);
    }

    [Theory, EveryEngine]
    public async Task Disclosures_OfAnotherOrganisation_WaitForNobodyHere(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.DraftAsync();
        Assert.Empty(await ReadAsync(store, new DeskPerson(desk.Clerk, new StaffRights([new RoleAt(Guid.NewGuid(), StaffRole.Clerk)])), db => [new DisclosureDeskSource(db, desk.Clock.Business)]));
    }

    [Theory, EveryEngine]
    public async Task Standing_SuspendedPage_WaitsForTheOtherPersonOnly(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var suspended = await desk.PublishedAsync();
        await desk.SuspendAsync(suspended);
        var proposed = await desk.PublishedAsync(desk.GoodText("关于另一件事的通知"));
        await desk.MustStandAsync(proposed, (w, r) => w.ProposeAsync(new ProposeWithdrawal(proposed, r, WithdrawalReason.Error, "现予撤回。", "", desk.Clerk)));

        var tasks = await AtAsync(desk.SecondReviewer);
        Assert.Equal([DeskTaskKind.Suspension, DeskTaskKind.Withdrawal], tasks.Select(t => t.Kind).Order());
        Assert.NotNull(tasks.Single(t => t.Kind == DeskTaskKind.Suspension).DueOn);
        Assert.Equal([DeskTaskKind.Withdrawal], (await AtAsync(desk.Reviewer)).Select(t => t.Kind));

        Task<IReadOnlyList<DeskTask>> AtAsync(Guid who) => ReadAsync(store, new DeskPerson(who, new StaffRights([new RoleAt(desk.Organisation.Id, StaffRole.Reviewer)])), db => [new StandingDeskSource(db)]);
    }

    [Theory, EveryEngine]
    public async Task Duties_Overdue_WaitForTheClerkAndDeclarationsForTheReviewer(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "按季度公开", new DateOnly(2025, 8, 1));
        using var desk = coverage.Disclosures;
        await desk.PublishedAsync();
        await coverage.WholeAsync();
        var overdue = await AtAsync(desk.Clerk, StaffRole.Clerk);
        Assert.NotEmpty(overdue);
        Assert.All(overdue, t => Assert.Equal(DeskTaskKind.Duty, t.Kind));
        Assert.All(overdue, t => Assert.True(t.IsLate(desk.Clock.Now)));

        var duty = await coverage.DutyAsync();
        var declared = await coverage.UseAsync(db => coverage.Declarations(db).DeclareAsync(new DeclareNothing(duty.Id, "2025-Q3", "没有新增。", desk.Clerk)));
        Assert.Empty(await AtAsync(desk.Clerk, StaffRole.Reviewer));
        Assert.Equal($"/admin/duties/zero-reports/{declared.Value}", Assert.Single(await AtAsync(desk.Reviewer, StaffRole.Reviewer)).Path);

        Task<IReadOnlyList<DeskTask>> AtAsync(Guid who, StaffRole role) => ReadAsync(
            store, new DeskPerson(who, new StaffRights([new RoleAt(desk.Organisation.Id, role)])), db => [new DutyDeskSource(db, coverage.Queries(db), new UnitTitles(coverage.Lists(db)))]);
    }

    [Theory, EveryEngine]
    public async Task Upkeep_ReviewDateNear_WaitsForTheClerk(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var (store, desk) = (around.Store, around.Desk);
        var id = await desk.PublishedAsync();
        Assert.True((await around.ReviewsAsync(r => r.SetAsync(new SetReviewDate(id, 0, desk.Clock.Today.AddDays(3), desk.Clerk)))).IsDone);

        var task = Assert.Single(await AtAsync(StaffRole.Clerk));
        Assert.Equal((DeskTaskKind.ContentReview, desk.Clock.Today.AddDays(3)), (task.Kind, task.DueOn));
        Assert.Empty(await AtAsync(StaffRole.DisclosureOffice));

        Task<IReadOnlyList<DeskTask>> AtAsync(StaffRole role) => ReadAsync(
            store, new DeskPerson(desk.Clerk, new StaffRights([new RoleAt(desk.Organisation.Id, role)])),
            db => [new UpkeepDeskSource(db, new ContentReviewDesk(db, desk.Clock.Business, Options.Create(new ContentReviewOptions())), new ReminderQueries(db, desk.Clock.Business))]);
    }

    [Theory, EveryEngine]
    public async Task ForcedAndSuspended_LeadToTheCountOfTheirDueDate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var forced = await desk.DraftAsync();
        await desk.ReadyAsync(forced);
        Assert.True((await ForcedPublicationDeskTests.ForceAsync(store, desk, forced, official)).IsDone);
        var suspended = await desk.PublishedAsync();
        await desk.SuspendAsync(suspended);
        var person = new DeskPerson(desk.SecondReviewer, new StaffRights([new RoleAt(desk.Organisation.Id, StaffRole.Reviewer)]));

        var tasks = await ReadAsync(store, person, db => [new DisclosureDeskSource(db, desk.Clock.Business), new StandingDeskSource(db)]);

        var from = $"/calendar/count?from={desk.Clock.Today:yyyy-MM-dd}&amount=";
        Assert.StartsWith(from + new ReviewOptions().ForcedReviewWorkingDays, tasks.Single(t => t.Kind == DeskTaskKind.ForcedReview).ExplanationPath, StringComparison.Ordinal);
        Assert.StartsWith(from + new StandingOptions().SuspensionWorkingDays, tasks.Single(t => t.Kind == DeskTaskKind.Suspension).ExplanationPath, StringComparison.Ordinal);
        Assert.All(tasks, t => Assert.Contains("&asof=", t.ExplanationPath, StringComparison.Ordinal));
    }

    [Theory, EveryEngine]
    public async Task Count_EveryRoleOverEverySource_IsTheLengthOfTheList(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ImportTests.ServicesAsync(store, desk);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        await desk.DraftAsync();
        var (submitted, forced) = (await desk.DraftAsync(), await desk.DraftAsync());
        await desk.ReadyAsync(submitted);
        await desk.ReadyAsync(forced);
        Assert.True((await ForcedPublicationDeskTests.ForceAsync(store, desk, forced, official)).IsDone);
        await desk.SuspendAsync(await desk.PublishedAsync());
        var policy = await desk.DraftAsync(desk.PolicyText());
        await desk.PlanAsync(policy);
        Assert.True((await desk.InterpretAsync(async d => await d.WaiveAsync(new WaiveInterpretation(policy, await desk.RevisionAsync(policy), "汛情紧急", official)))).IsDone);
        await desk.ReviewedAsync(policy);
        Assert.True((await desk.PublishAsync(policy)).IsDone);
        foreach (var stage in new[] { CaseStage.Collecting, CaseStage.Assessing }) await store.AddAsync(TestData.CreateCase(desk.Clock.Now, stage, desk.Organisation.Id, desk.Clerk));
        var waiting = 0;
        foreach (var roles in Enum.GetValues<StaffRole>().Select(r => new[] { r }).Append(Enum.GetValues<StaffRole>()))
        {
            await using var scope = services.CreateAsyncScope();
            var one = scope.ServiceProvider.GetRequiredService<OneDesk>();
            var person = new DeskPerson(desk.SecondReviewer, new StaffRights([.. roles.Select(r => new RoleAt(desk.Organisation.Id, r))]));
            var listed = (await one.ReadAsync(person)).Count;
            Assert.Equal(listed, await one.CountAsync(person));
            waiting = Math.Max(waiting, listed);
        }

        // A desk with everything on it, or the comparison would say nothing.
        Assert.True(waiting >= 7, $"{waiting}");
    }

    [Fact]
    public async Task Count_PersonWithoutAnyRight_AsksTheDatabaseNothing()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ImportTests.ServicesAsync(store, desk);
        await using var scope = services.CreateAsyncScope();
        var one = scope.ServiceProvider.GetRequiredService<OneDesk>();
        // A closed context answers no question.
        await scope.ServiceProvider.GetRequiredService<DisclosureDb>().DisposeAsync();

        Assert.Equal(0, await one.CountAsync(new DeskPerson(desk.Clerk, StaffRights.None)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => one.CountAsync(new DeskPerson(desk.Clerk, new StaffRights([new RoleAt(desk.Organisation.Id, StaffRole.Clerk)]))));
    }

    private static async Task<IReadOnlyList<DeskTask>> ReadAsync(TestStore store, DeskPerson person, Func<DisclosureDb, IDeskSource[]> sources)
    {
        await using var db = store.Open();
        var desk = new OneDesk(sources(db), new TestClock().Business);
        var tasks = await desk.ReadAsync(person);
        Assert.Equal(tasks.Count, await desk.CountAsync(person));
        Assert.Equal(tasks.Count, tasks.Select(t => t.Key).Distinct().Count());
        Assert.All(tasks, t => Assert.True(t.Key.Length <= DeskTask.KeyLength, t.Key));
        return tasks;
    }
}
