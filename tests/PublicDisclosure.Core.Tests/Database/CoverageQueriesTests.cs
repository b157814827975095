using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What the pages read, against what the one rule says of every unit.</summary>
public sealed class CoverageQueriesTests
{
    [Theory, EveryEngine]
    public async Task Matrix_OverEveryKindOfFacts_CountsWhatTheRuleSays(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        var duty = await coverage.DutyAsync();
        var today = desk.Clock.Today;
        var days = new DateOnly?[] { null, today.AddDays(-40), today.AddDays(-1), today, today.AddDays(3), today.AddDays(60) };
        var number = 0;
        await store.ReadAsync(async db =>
        {
            foreach (var kind in new[] { UnitKind.NotApplicable, UnitKind.Period, UnitKind.Awaiting })
                foreach (var zero in new[] { false, true })
                    foreach (var due in days)
                        foreach (var done in new DateOnly?[] { null, today.AddDays(-40), today })
                            db.Add(CoverageUnit.Create(Guid.NewGuid(), duty, new PlannedUnit(kind, $"k{number++}")
                            {
                                DueOn = due,
                                FulfilledOn = done,
                                HasZeroReport = zero,
                                IsRated = number % 5 != 0,
                                MissingElements = number % 7 == 0 ? ["资金"] : [],
                            }, 1, desk.Clock.Now, today));
            return await db.SaveChangesAsync();
        });
        var units = (await coverage.UnitsAsync()).Where(u => u.Key.StartsWith('k')).ToList();
        Assert.Equal(108, units.Count);

        var (matrix, soon, listed) = await coverage.UseAsync(async db =>
        {
            var queries = coverage.Queries(db);
            var soonUntil = await queries.SoonUntilAsync();
            var byStatus = new Dictionary<TimelinessStatus, int>();
            foreach (var status in Enum.GetValues<TimelinessStatus>()) byStatus[status] = await CoverageQueries.InStatus(queries.Units(new CoverageFilter()), status, today, soonUntil).CountAsync();
            return (await queries.MatrixAsync(new CoverageFilter()), soonUntil, byStatus);
        });

        var expected = units.Aggregate(CoverageShare.None, (sum, u) => sum.With(StatusRule.Of(u.Facts, today, soon), u.IsRated));
        expected = expected with { Incomplete = units.Count(u => u.IsRated && u.IsIncomplete) };
        Assert.Equal(expected, matrix.Of(duty.DomainId, duty.OrganisationId));
        Assert.Equal(expected, matrix.Total);
        Assert.All(Enum.GetValues<TimelinessStatus>(), status => Assert.Equal(units.Count(u => StatusRule.Of(u.Facts, today, soon) == status), listed[status]));
        // Each of them occurs, or the test would prove little.
        Assert.All(Enum.GetValues<TimelinessStatus>(), status => Assert.True(expected.Of(status) > 0, status.ToString()));
    }

    [Theory, EveryEngine]
    public async Task Snapshots_TakenAndFactsChangedLater_ShowBoth(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "按季度公开", new DateOnly(2025, 10, 8));
        using var desk = coverage.Disclosures;
        await coverage.WholeAsync();
        desk.Clock.Set(new DateOnly(2026, 4, 1), new TimeOnly(3, 0));
        await TakeAsync();
        // The fourth quarter of 2025 fell due in February and is missing; so says the first quarter of 2026.
        var first = Assert.Single(await TrendAsync());
        Assert.Equal(("2026-Q1", new DateOnly(2026, 3, 31), new CoverageShare(Overdue: 1), null), (first.Quarter.Key, first.Until, first.Published, first.Restated));

        var duty = await coverage.DutyAsync();
        var declared = await coverage.UseAsync(db => coverage.Declarations(db).DeclareAsync(new DeclareNothing(duty.Id, "2025-Q4", "本季度无新增资金。", desk.Clerk)));
        Assert.True((await coverage.UseAsync(db => coverage.Declarations(db).DecideAsync(new DecideZeroReport(declared.Value, 0, true, "", desk.Reviewer)))).IsDone);
        await coverage.WorkOffAsync();
        await TakeAsync();

        var restated = Assert.Single(await TrendAsync());
        Assert.Equal((new CoverageShare(Overdue: 1), CoverageShare.None), (restated.Published, restated.Restated));
        Assert.Equal(0, await TakeAsync());

        Task<int> TakeAsync() => coverage.UseAsync(db => new CoverageSnapshots(db, desk.Clock.Business).TakeAsync());

        Task<IReadOnlyList<TrendPoint>> TrendAsync() => coverage.UseAsync(db => new CoverageSnapshots(db, desk.Clock.Business).TrendAsync(null, null));
    }

    [Theory, EveryEngine]
    public async Task List_OfADraft_TellsThePublicNothingOfIt(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        await desk.DraftAsync(desk.GoodText("未公开的标题"));
        await desk.PublishedAsync(desk.GoodText("已公开的标题"));
        await coverage.WorkOffAsync();
        desk.Clock.Set(new DateOnly(2026, 4, 3), new TimeOnly(9, 0));

        var page = await coverage.UseAsync(db => coverage.Lists(db).ListAsync(new CoverageFilter(), 1, 20));

        Assert.Equal(2, page.Total);
        Assert.Equal((TimelinessStatus.Overdue, "", null), (page.Rows[0].Status, page.Rows[0].Title, page.Rows[0].Address));
        Assert.Equal(new Core.Time.Lateness(4, Core.Time.LimitUnit.WorkingDay, 0), page.Rows[0].Lateness);
        Assert.Equal((TimelinessStatus.OnTime, "已公开的标题", true), (page.Rows[1].Status, page.Rows[1].Title, page.Rows[1].Address is not null));
    }
}
