using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
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
        var id = await desk.ApprovedAsync();
        var at = desk.Clock.Now.AddHours(2);
        await desk.WorkAsync(async w => await w.ScheduleAsync(new ScheduleDisclosure(id, await desk.RevisionAsync(id), at, desk.Reviewer)));
        var job = Job(store, desk);

        Assert.Equal(0, await job.RunAsync(CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromHours(2.5));
        Assert.Equal(1, await job.RunAsync(CancellationToken.None));

        var version = await store.ReadAsync(db => db.Versions.SingleAsync(v => v.DisclosureId == id));
        Assert.Equal((desk.Reviewer, desk.Clock.Now), (version.PublishedBy, version.PublishedAt));
        Assert.Equal(0, await job.RunAsync(CancellationToken.None));
    }

    [Theory, EveryEngine]
    public async Task Run_OneIsRefused_TheOthersGoOut(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
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

    private static PublishScheduled Job(TestStore store, DisclosureDesk desk)
    {
        var services = new ServiceCollection();
        services.AddScoped(_ => store.Open());
        services.AddSingleton(desk.Clock.Business);
        services.AddSingleton(desk.Files);
        services.AddScoped<CalendarStore>();
        services.AddScoped<ChecklistRunner>();
        services.AddScoped<DisclosureStore>();
        services.AddOptions<StandingOptions>();
        services.AddScoped<ListingShelf>();
        services.AddScoped<DisclosurePublishing>();
        return new PublishScheduled(services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), desk.Clock.Business, NullLogger<PublishScheduled>.Instance);
    }
}
