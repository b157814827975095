using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Desk;

/// <summary>Order, lateness and paging of the one desk, over sources that are lists.</summary>
public sealed class DeskTaskTests
{
    private static readonly DeskPerson Person = new(Guid.NewGuid(), StaffRights.None);

    private readonly TestClock _clock = new();

    [Fact]
    public void IsLate_LastDay_BeginsWithTheNextDayInBeijing()
    {
        var task = Task("a") with { DueOn = new DateOnly(2026, 3, 2) };
        Assert.False(task.IsLate(new DateTime(2026, 3, 2, 15, 59, 59, DateTimeKind.Utc)));
        Assert.True(task.IsLate(new DateTime(2026, 3, 2, 16, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void IsLate_Hour_CountsBeforeTheDay()
    {
        var at = new DateTime(2026, 3, 2, 3, 0, 0, DateTimeKind.Utc);
        var task = Task("a") with { DueAt = at, DueOn = new DateOnly(2026, 3, 9) };
        Assert.False(task.IsLate(at.AddTicks(-1)));
        Assert.True(task.IsLate(at));
        Assert.False(Task("b").IsLate(DateTime.MaxValue));
    }

    [Fact]
    public async Task ReadAsync_SeveralSources_PutsWhatIsDueFirstAtTheTop()
    {
        var today = _clock.Business.Today;
        var desk = Desk(
            [Task("none"), Task("tomorrow") with { DueOn = today.AddDays(1) }],
            [Task("hour") with { DueAt = _clock.Now.AddHours(1) }, Task("late") with { DueOn = today.AddDays(-4) }, Task("none-older") with { Since = _clock.Now.AddDays(-9) }]);

        Assert.Equal(["late", "hour", "tomorrow", "none-older", "none"], (await desk.ReadAsync(Person)).Select(t => t.Key));
        Assert.Equal(5, await desk.CountAsync(Person));
    }

    [Fact]
    public async Task PageAsync_ManyOfTwoKinds_CountsAllAndCutsTheChosen()
    {
        var today = _clock.Business.Today;
        var reviews = Enumerable.Range(0, 120).Select(i => Task($"r{i:000}") with { DueOn = today.AddDays(i - 10) }).ToList();
        var desk = Desk(reviews, [Task("draft") with { Kind = DeskTaskKind.Draft, DueOn = today }]);

        var last = await desk.PageAsync(Person, DeskTaskKind.Review, 9);
        Assert.Equal((121, 10, 2, 3, 3), (last.Total, last.Late, last.Today, last.Number, last.Pages));
        Assert.Equal(20, last.Tasks.Count);
        Assert.Equal([(DeskTaskKind.Review, 120), (DeskTaskKind.Draft, 1)], last.Kinds);
        Assert.Equal(1, (await desk.PageAsync(Person, null, -5)).Number);
        Assert.Empty((await desk.PageAsync(Person, DeskTaskKind.Opinion)).Tasks);
    }

    [Fact]
    public void Rule_WhatTheDigestOfDueDatesTells_IsNotToldTwice()
    {
        Assert.Equal(new DeskTaskRule(false, false), DeskTaskKind.Draft.Rule());
        Assert.Equal(new DeskTaskRule(false, false), DeskTaskKind.Duty.Rule());
        Assert.Equal(new DeskTaskRule(true, false), DeskTaskKind.Returned.Rule());
        Assert.Equal(new DeskTaskRule(true, true), DeskTaskKind.Review.Rule());
    }

    private OneDesk Desk(params IReadOnlyList<DeskTask>[] sources) => new(sources.Select(s => new Listed(s)), _clock.Business);

    private DeskTask Task(string key) => new(DeskTaskKind.Review, key, key, "/admin", Guid.Empty, "民政局", _clock.Now);

    private sealed class Listed(IReadOnlyList<DeskTask> tasks) : IDeskSource
    {
        public Task<int> CountAsync(DeskPerson person, CancellationToken stop) => System.Threading.Tasks.Task.FromResult(tasks.Count);

        public Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop) => System.Threading.Tasks.Task.FromResult(tasks);
    }
}
