using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What was scheduled goes out when its time has come, not before, with the time of the server.</summary>
public sealed class PublishScheduledTests
{
    [Theory, EveryEngine]
    public async Task Run_TimeHasCome_PublishesInTheNameOfTheScheduler(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);
        var id = await desk.ApprovedAsync();
        var at = desk.Clock.Now.AddHours(2);
        await desk.WorkAsync(async w => await w.ScheduleAsync(new ScheduleDisclosure(id, await desk.RevisionAsync(id), at, desk.Reviewer)));
        var job = Job(store, desk);

        Assert.Equal(0, await job.RunAsync(CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(2));
        Assert.Equal(1, await job.RunAsync(CancellationToken.None));

        var version = await store.ReadAsync(db => db.Versions.SingleAsync(v => v.DisclosureId == id));
        Assert.Equal((desk.Reviewer, desk.Clock.Now), (version.PublishedBy, version.PublishedAt));
        Assert.Null(version.LateFor);
        Assert.Equal(0, await job.RunAsync(CancellationToken.None));
    }

    [Theory, EveryEngine]
    public async Task Run_OneIsRefused_TheOthersGoOut(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);
        var listId = await desk.ApprovedAsync(desk.GoodText("关于2026年救助对象名单的公示") with
        {
            Genre = DisclosureGenre.NameList,
            Kind = DocumentKind.Other,
            DisplayUntil = desk.Clock.Today.AddDays(12),
            ObjectionContact = "社会救助股",
        });
        var noticeId = await desk.ApprovedAsync();
        foreach (var id in new[] { listId, noticeId })
            await desk.WorkAsync(async w => await w.ScheduleAsync(new ScheduleDisclosure(id, await desk.RevisionAsync(id), desk.Clock.Now.AddDays(13), desk.Reviewer)));
        desk.Clock.Advance(TimeSpan.FromDays(14));

        Assert.Equal(1, await Job(store, desk).RunAsync(CancellationToken.None));

        Assert.Equal(DisclosureState.AwaitingPublication, (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == listId))).State);
        Assert.Equal(DisclosureState.Published, (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == noticeId))).State);
    }

    [Theory, EveryEngine]
    public async Task Run_SiteWasDown_GoesOutLateAndIsMarked(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);
        var (id, at) = await ScheduledAsync(desk);
        desk.Clock.Advance(TimeSpan.FromHours(30));

        Assert.Equal(1, await Job(store, desk).RunAsync(CancellationToken.None));

        var disclosure = await store.ReadAsync(db => db.Disclosures.Include(d => d.Transitions).Include(d => d.Versions).SingleAsync(d => d.Id == id));
        Assert.Equal((at, desk.Clock.Now), (disclosure.Versions[0].LateFor, disclosure.Versions[0].PublishedAt));
        Assert.StartsWith("定时发布晚于设定时间", disclosure.Transitions.MaxBy(t => t.Step)!.Remark, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Run_SchedulerLostTheRight_IsRefusedWithTheReasonOnTheDeskUntilSomebodyElseActs(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);
        var (id, _) = await ScheduledAsync(desk);
        await using (var db = store.Open()) await db.Memberships.Where(m => m.UserId == desk.Reviewer).ExecuteDeleteAsync();
        desk.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(0, await Job(store, desk).RunAsync(CancellationToken.None));
        await using (var db = store.Open())
        {
            var row = Assert.Single(await new DisclosureDeskQueries(db, new CalendarStore(db), desk.Clock.Business).QueueAsync(db.Disclosures.ScheduleRefused()));
            Assert.Equal("Disclosure.SchedulerLostRight", Assert.Single(row.ScheduleRefusals).Code);
        }

        Assert.True((await desk.PublishAsync(id, Guid.NewGuid())).IsDone);
        await using var after = store.Open();
        Assert.Empty(await after.Disclosures.ScheduleRefused().ToListAsync());
        Assert.Equal(0, await store.ReadAsync(db => db.Set<ScheduleRefusal>().CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Run_SchedulerDeactivated_PublishesNothingInTheirName(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);
        await ScheduledAsync(desk);
        await using (var db = store.Open())
            await db.Users.Where(u => u.Id == desk.Reviewer).ExecuteUpdateAsync(u => u.SetProperty(p => p.DeactivatedAt, desk.Clock.Now));
        desk.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(0, await Job(store, desk).RunAsync(CancellationToken.None));
        Assert.Equal(0, await store.ReadAsync(db => db.Versions.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Run_SchedulerRenamedOrLockedMeanwhile_StillPublishes(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);
        await ScheduledAsync(desk);
        var locked = new DateTimeOffset(desk.Clock.Now.AddDays(1), TimeSpan.Zero);
        await using (var db = store.Open())
        {
            var user = await db.Users.SingleAsync(u => u.Id == desk.Reviewer);
            (user.DisplayName, user.LockoutEnd) = ("改名后的审核人", locked);
            await db.SaveChangesAsync();
        }

        desk.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(1, await Job(store, desk).RunAsync(CancellationToken.None));
    }

    [Theory, EveryEngine]
    public async Task Run_RefusedOnce_IsTriedAgainLaterAndGoesOutMarked(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (id, at) = await ScheduledAsync(desk);
        desk.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(0, await Job(store, desk).RunAsync(CancellationToken.None));
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);

        Assert.Equal(0, await Job(store, desk).RunAsync(CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await Job(store, desk).RunAsync(CancellationToken.None));

        Assert.Equal(at, (await store.ReadAsync(db => db.Versions.SingleAsync(v => v.DisclosureId == id))).LateFor);
    }

    private static async Task<(Guid Id, DateTime At)> ScheduledAsync(DisclosureDesk desk)
    {
        var id = await desk.ApprovedAsync();
        var at = desk.Clock.Now.AddHours(2);
        Assert.True((await desk.WorkAsync(async w => await w.ScheduleAsync(new ScheduleDisclosure(id, await desk.RevisionAsync(id), at, desk.Reviewer)))).IsDone);
        return (id, at);
    }

    internal static PublishScheduled Job(TestStore store, DisclosureDesk desk)
    {
        var services = new ServiceCollection();
        services.AddScoped(_ => store.Open());
        services.AddSingleton(desk.Clock.Business);
        services.AddSingleton(desk.Files);
        services.AddOptions();
        services.AddScoped<StaffAuthority>();
        services.AddScoped<CalendarStore>();
        services.AddScoped<PublicDisclosure.Core.Limits.DueDates>();
        services.AddScoped<ChecklistRunner>();
        services.AddScoped<DisclosureStore>();
        services.AddOptions<StandingOptions>();
        services.AddScoped<ListingShelf>();
        services.AddScoped<DisclosurePublishing>();
        return new PublishScheduled(services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), desk.Clock.Business, NullLogger<PublishScheduled>.Instance);
    }
}
