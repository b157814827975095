using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Midnight in Beijing and the turn of the year: one minute decides about the day, the year, being in time and being late.</summary>
public sealed class YearEndTests
{
    private static readonly DateOnly NewYearsEve = new(2026, 12, 31);

    [Theory, EveryEngine]
    public async Task Publish_OneMinuteAroundMidnightOfTheYear_FallsOnTheDayAndYearOfBeijing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        desk.Clock.Set(NewYearsEve, new TimeOnly(9, 0));
        var (last, first) = (await desk.ApprovedAsync(), await desk.ApprovedAsync());

        // 15:59 and 16:00 UTC of the same day.
        desk.Clock.Set(NewYearsEve, new TimeOnly(23, 59));
        Assert.True((await desk.PublishAsync(last)).IsDone);
        desk.Clock.Set(NewYearsEve.AddDays(1), new TimeOnly(0, 0));
        Assert.True((await desk.PublishAsync(first)).IsDone);

        var rows = await store.ReadAsync(db => db.Listings.OrderBy(l => l.FirstPublishedAt).Select(l => ValueTuple.Create(l.PublishedOn, l.Address)).ToListAsync());
        Assert.Equal([NewYearsEve, new DateOnly(2027, 1, 1)], rows.Select(r => r.Item1));
        Assert.Contains("-2026-", rows[0].Item2, StringComparison.Ordinal);
        Assert.EndsWith("-2027-00001", rows[1].Item2, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Publish_OnTheLastDayUntilMidnight_IsInTimeAndOneMinuteLaterLate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        // Twenty working days after 3 December, counted with the weekends alone, end on New Year's Eve.
        var formed = new DateOnly(2026, 12, 3);
        desk.Clock.Set(formed, new TimeOnly(9, 0));
        var (inTime, late) = (await desk.ApprovedAsync(), await desk.ApprovedAsync());
        Assert.Equal([(NewYearsEve, true)], await store.ReadAsync(db => db.DueDates.Select(d => ValueTuple.Create(d.DueOn, d.IsEstimated)).Distinct().ToListAsync()));

        desk.Clock.Set(NewYearsEve, new TimeOnly(23, 59));
        Assert.True((await desk.PublishAsync(inTime)).IsDone);
        desk.Clock.Set(NewYearsEve.AddDays(1), new TimeOnly(0, 0));
        var barred = await desk.PublishAsync(late);
        Assert.Equal(["Checklist.PublishedLate"], barred.Refusals.Select(r => r.Code));
        Assert.True((await desk.PublishAsync(late, reasons: new Dictionary<string, string> { ["Checklist.PublishedLate"] = "年末核对" })).IsDone);

        await using var db = store.Open();
        var (reader, timeliness) = (new DisclosureReader(db, desk.Clock.Business), new TimelinessReader(db, new CalendarStore(db)));
        Assert.Null((await TimelinessAsync(inTime)).Late);
        // New Year's Day is no working day: late by none, and late all the same.
        Assert.Equal(new Lateness(0, LimitUnit.WorkingDay, 0), (await TimelinessAsync(late)).Late);

        async Task<Timeliness> TimelinessAsync(Guid id)
        {
            var record = (await reader.RecordsAsync([id], default))[id];
            return (await timeliness.OfAsync(record, await reader.HistoryAsync(record, default)))[1];
        }
    }

    [Theory, EveryEngine]
    public async Task Draft_LimitIntoAYearNobodySigned_IsEstimatedWithThatYearAsReason(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        desk.Clock.Set(NewYearsEve, new TimeOnly(23, 59));
        var before = await desk.DraftAsync();
        desk.Clock.Set(NewYearsEve.AddDays(1), new TimeOnly(0, 0));
        var after = await desk.DraftAsync();

        var dues = await store.ReadAsync(db => db.DueDates.ToDictionaryAsync(d => d.DisclosureId));
        Assert.Equal((NewYearsEve, new DateOnly(2027, 1, 1)), (dues[before].From, dues[after].From));
        // The first working day of the year is day one for both.
        Assert.Equal(dues[before].DueOn, dues[after].DueOn);
        Assert.All(dues.Values, d => Assert.Equal([new Estimate(EstimateReason.YearNotSigned, 2027)], Estimate.Read(d.Estimates)));
    }

    [Theory, EveryEngine]
    public async Task FormedOnTomorrow_OneMinuteBeforeMidnight_IsTheFuture(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync(desk.GoodText() with { FormedOn = NewYearsEve.AddDays(1), DocumentDate = NewYearsEve.AddDays(1) });

        desk.Clock.Set(NewYearsEve, new TimeOnly(23, 59));
        var barred = await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));
        Assert.Contains("Checklist.FormedOnInFuture", barred.Refusals.Select(r => r.Code));
        desk.Clock.Set(NewYearsEve.AddDays(1), new TimeOnly(0, 0));
        Assert.True((await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)))).IsDone);
    }
}
