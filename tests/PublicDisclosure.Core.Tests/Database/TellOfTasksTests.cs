using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Mail about what waits on the desk: at once or once a day, each step once, on every engine.</summary>
public sealed class TellOfTasksTests
{
    [Theory, EveryEngine]
    public async Task Run_AtOnce_TellsOfAssignmentDueAndOverdueOnceEach(Engine engine)
    {
        await using var room = await RoomAsync(engine, TaskMail.AtOnce);
        room.Tasks.Add(room.Task("old"));
        // What waited before anybody could be told is noted, not announced.
        Assert.Equal(0, await room.RunAsync());

        room.Tasks.Add(room.Task("case") with { DueAt = room.Clock.Now.AddHours(5) });
        Assert.Equal(1, await room.RunAsync());
        Assert.Equal(0, await room.RunAsync());
        Assert.Contains("新到的事项", await room.LastAsync(), StringComparison.Ordinal);
        Assert.Contains("/admin/x", await room.LastAsync(), StringComparison.Ordinal);

        // Of five hours a third is left.
        room.Clock.Advance(TimeSpan.FromHours(3.4));
        Assert.Equal(0, await room.RunAsync());
        room.Clock.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal(1, await room.RunAsync());
        Assert.Contains("即将到期", await room.LastAsync(), StringComparison.Ordinal);
        room.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await room.RunAsync());
        Assert.Contains("已逾期", await room.LastAsync(), StringComparison.Ordinal);
        room.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await room.RunAsync());
    }

    [Theory, EveryEngine]
    public async Task Run_Daily_WritesOneMailADayFromTheHour(Engine engine)
    {
        await using var room = await RoomAsync(engine, TaskMail.Daily);
        room.To(7, 59);
        Assert.Equal(0, await room.RunAsync());
        room.To(8, 0);
        Assert.Equal(0, await room.RunAsync());
        room.Tasks.AddRange([room.Task("a"), room.Task("b")]);
        room.To(15, 0);
        Assert.Equal(0, await room.RunAsync());
        room.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await room.RunAsync());
        room.Tasks.Add(room.Task("c"));
        Assert.Equal(0, await room.RunAsync());
        Assert.Contains("2 件事项等您办理", (await room.MailsAsync()).Single().Subject, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Run_WithoutChoiceOrAddress_WritesNothing(Engine engine)
    {
        foreach (var (choice, email) in new[] { (TaskMail.None, "a@b.cn"), (TaskMail.AtOnce, null) })
        {
            await using var room = await RoomAsync(engine, choice, email);
            Assert.Equal(0, await room.RunAsync());
            room.Tasks.Add(room.Task("x"));
            Assert.Equal(0, await room.RunAsync());
            Assert.Empty(await room.MailsAsync());
        }
    }

    [Theory, EveryEngine]
    public async Task Run_KindsOfTheDigestOfDueDates_AreLeftToIt(Engine engine)
    {
        await using var room = await RoomAsync(engine, TaskMail.AtOnce);
        await room.RunAsync();
        room.Tasks.Add(room.Task("draft") with { Kind = DeskTaskKind.Draft, DueOn = room.Clock.Today.AddDays(-3) });
        room.Tasks.Add(room.Task("duty") with { Kind = DeskTaskKind.Duty, DueOn = room.Clock.Today.AddDays(-3) });
        Assert.Equal(0, await room.RunAsync());
    }

    private static async Task<Room> RoomAsync(Engine engine, TaskMail choice, string? email = "clerk@example.cn")
    {
        var store = await TestStore.CreateAsync(engine);
        var organisation = TestData.CreateOrganisation();
        var user = TestData.CreateStaffUser();
        (user.Email, user.TaskMail) = (email, choice);
        await store.AddAsync(organisation, user, TestData.CreateMembership(user.Id, organisation.Id));
        return new Room(store);
    }

    private sealed class Room(TestStore store) : IDeskSource, IAsyncDisposable
    {
        public TestClock Clock { get; } = new();

        public List<DeskTask> Tasks { get; } = [];

        public DeskTask Task(string key) => new(DeskTaskKind.OpinionCase, key, "事项 " + key, "/admin/x", Guid.Empty, "民政局", Clock.Now);

        public Task<int> CountAsync(DeskPerson person, CancellationToken stop) => System.Threading.Tasks.Task.FromResult(Tasks.Count);

        public Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop) => System.Threading.Tasks.Task.FromResult<IReadOnlyList<DeskTask>>([.. Tasks]);

        public void To(int hour, int minute)
        {
            var at = BusinessClock.Utc(Clock.Today.AddDays(1), new TimeOnly(hour, minute));
            Clock.Advance(at - Clock.Now > TimeSpan.FromDays(1) ? at.AddDays(-1) - Clock.Now : at - Clock.Now);
        }

        public async Task<int> RunAsync()
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            var services = new ServiceCollection().AddScoped(_ => store.Open()).AddScoped(p => new MailQueue(p.GetRequiredService<DisclosureDb>(), Clock.Business))
                .AddScoped(p => new StaffAuthority(p.GetRequiredService<DisclosureDb>())).AddScoped(_ => new OneDesk([this], Clock.Business));
            await using var provider = services.BuildServiceProvider();
            return await new TellOfTasks(
                provider.GetRequiredService<IServiceScopeFactory>(), Clock.Business, Options.Create(new DeskOptions()), Options.Create(new DueNoticeOptions()), Options.Create(new MailOptions())).RunAsync(default);
        }

        public Task<List<OutgoingMail>> MailsAsync() => store.ReadAsync(db => db.Mails.AsNoTracking().OrderBy(m => m.QueuedAt).ToListAsync());

        public async Task<string> LastAsync() => (await MailsAsync())[^1].Body;

        public ValueTask DisposeAsync() => store.DisposeAsync();
    }
}
