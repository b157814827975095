using System.Text;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Entering, correcting and signing off a year.</summary>
public sealed class CalendarDeskTests
{
    private const string Text2027 = """
        元旦：1月1日（周五）至3日（周日）放假，共3天。
        春节：2月5日至11日放假调休，共7天。2月14日（周日）、2月20日（周六）上班。
        清明节：4月3日至5日放假，共3天。劳动节：5月1日至5日放假调休，共5天。5月8日（周六）上班。
        端午节：6月9日（周三）放假。中秋节：9月15日放假。国庆节：10月1日至7日放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
        """;

    private static readonly NoticeHead Head = new(CalendarLayer.National, 2027, false, "国办发明电〔2026〕9号", "关于2027年部分节假日安排的通知", new DateOnly(2026, 11, 2), "https://www.gov.cn/zhengce/2027");

    private static readonly Guid Office = Guid.NewGuid();

    [Theory, EveryEngine]
    public async Task Enter_ThenSignOff_CountsFromThenOn(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new TestClock();
        var entered = await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head, null, Text2027, Office)));
        Assert.True(entered.IsDone, string.Join("; ", entered.Outcome.Refusals));
        Assert.False(await KnowsAsync(store));

        Assert.Equal(OutcomeKind.EditedMeanwhile, (await DeskAsync(store, clock, d => d.SignOffAsync(new SignOffNotice(entered.Value, 7, Office)))).Kind);
        Assert.Equal(OutcomeKind.Done, (await DeskAsync(store, clock, d => d.SignOffAsync(new SignOffNotice(entered.Value, 0, Office)))).Kind);

        Assert.True(await KnowsAsync(store));
        var kept = await store.ReadAsync(db => db.HolidayNotices.Include(n => n.Days).SingleAsync());
        Assert.Equal(((Guid?)Office, (Guid?)Office, (DateTime?)null), (kept.ImportedBy, kept.SignedOffBy, kept.RecountedAt));
        Assert.Equal(["Calendar.Enter", "Calendar.SignOff"], await store.ReadAsync(db => db.AuditEntries.OrderBy(a => a.Action).Select(a => a.Action).ToListAsync()));
        Assert.Equal(["Calendar.NoticeIsSigned"], (await DeskAsync(store, clock, d => d.CorrectAsync(new CorrectNoticeDay(entered.Value, 1, new DateOnly(2027, 5, 6), CalendarDayKind.Holiday, "劳动节", Office)))).Refusals.Select(r => r.Code));
        Assert.Equal(["Calendar.NoticeIsSigned"], (await DeskAsync(store, clock, d => d.DiscardAsync(new DiscardNotice(entered.Value, 1, Office)))).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Enter_BadFileOrHead_SaysEveryReasonAndKeepsNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new TestClock();
        var csv = "日期,类型,名称\n2027-10-01,放假,国庆节\n2027-10-01,上班,国庆节\n2026-10-02,放假,国庆节\n2027-10-13,上班,国庆节\n2027-10-03,放假,国庆节\n2027-10-03,放假,国庆节\n";

        var refused = await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head with { Number = " " }, Encoding.UTF8.GetBytes(csv), "", Office)));

        var codes = refused.Refusals.Select(r => r.Code).ToList();
        Assert.Equal(1, codes.Count(c => c == "Calendar.NumberMissing"));
        foreach (var code in new[] { "Calendar.DayContradicts", "Calendar.DayOutOfYear", "Calendar.WorkdayNotWeekend", "Calendar.DayTwice", "Calendar.FestivalMissing" }) Assert.Contains(code, codes);
        Assert.Equal(["Calendar.NothingToRead"], (await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head, null, "  ", Office)))).Refusals.Select(r => r.Code));
        Assert.Equal(["Calendar.TwoSources"], (await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head, [1], Text2027, Office)))).Refusals.Select(r => r.Code));
        Assert.Equal(["Calendar.NothingToAmend"], (await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head with { IsAmendment = true }, null, "春节：2月12日放假。", Office)))).Refusals.Select(r => r.Code));
        Assert.Equal(0, await store.ReadAsync(db => db.HolidayNotices.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Enter_SecondForTheYear_MustBeAnAmendment(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new TestClock();
        await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head, null, Text2027, Office)));

        Assert.Equal(["Calendar.YearHasNotice"], (await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head with { Number = "另1号" }, null, Text2027, Office)))).Refusals.Select(r => r.Code));
        Assert.Equal(["Calendar.NumberTaken", "Calendar.YearHasNotice"], (await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head, null, Text2027, Office)))).Refusals.Select(r => r.Code));
        Assert.True((await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head with { Number = "另2号", IsAmendment = true }, null, "春节：2月12日放假。", Office)))).IsDone);
    }

    [Theory, EveryEngine]
    public async Task Correct_UnsignedDay_ChangesAddsAndTakesOut(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new TestClock();
        var id = (await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head, null, Text2027, Office)))).Value;

        Assert.True((await CorrectAsync("2027-05-08", null, 0)).IsDone);
        Assert.True((await CorrectAsync("2027-05-09", CalendarDayKind.Workday, 1)).IsDone);
        Assert.Equal(["Calendar.DayNotThere"], (await CorrectAsync("2027-07-01", null, 2)).Refusals.Select(r => r.Code));
        Assert.Equal(["Calendar.WorkdayNotWeekend"], (await CorrectAsync("2027-07-01", CalendarDayKind.Workday, 2)).Refusals.Select(r => r.Code));
        Assert.True((await CorrectAsync("2027-06-09", null, 2)).IsDone);
        Assert.Equal(["Calendar.FestivalMissing"], (await DeskAsync(store, clock, d => d.SignOffAsync(new SignOffNotice(id, 3, Office)))).Refusals.Select(r => r.Code));
        Assert.True((await DeskAsync(store, clock, d => d.DiscardAsync(new DiscardNotice(id, 3, Office)))).IsDone);
        Assert.Equal(0, await store.ReadAsync(db => db.HolidayNotices.CountAsync()));

        Task<Outcome> CorrectAsync(string day, CalendarDayKind? kind, int revision) => DeskAsync(store, clock, d =>
            d.CorrectAsync(new CorrectNoticeDay(id, revision, DateOnly.ParseExact(day, "yyyy-MM-dd", null), kind, "劳动节", Office)));
    }

    [Theory, EveryEngine]
    public async Task Store_ThatKnowsACalendar_FollowsEveryChangeOfAnotherNodeAtOnce(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (clock, known) = (new TestClock(), new KnownCalendar());
        var id = (await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head, null, Text2027, Office)))).Value;
        Assert.False((await ReadAsync()).Calendar.Knows(2027));

        var before = await ReadAsync();
        Assert.True((await DeskAsync(store, clock, d => d.CorrectAsync(new CorrectNoticeDay(id, 0, new DateOnly(2027, 5, 8), null, "", Office)))).IsDone);
        var corrected = await ReadAsync();
        Assert.Equal(before.Days - 1, corrected.Days);

        Assert.True((await DeskAsync(store, clock, d => d.CorrectAsync(new CorrectNoticeDay(id, 1, new DateOnly(2027, 5, 8), CalendarDayKind.Workday, "劳动节", Office)))).IsDone);
        Assert.True((await DeskAsync(store, clock, d => d.SignOffAsync(new SignOffNotice(id, 2, Office)))).IsDone);
        var signed = await ReadAsync();
        Assert.True(signed.Calendar.Knows(2027));
        // As long as nothing changes it is the very same one.
        Assert.Same(signed.Calendar, (await ReadAsync()).Calendar);

        async Task<(WorkingDayCalendar Calendar, int Days)> ReadAsync()
        {
            await using var db = store.Open();
            var calendars = new CalendarStore(db, null, known);
            return (await calendars.GetAsync(), (await calendars.NoticesAsync()).Sum(n => n.Days.Count));
        }
    }

    [Theory, EveryEngine]
    public async Task Store_WithinATransaction_LeavesNothingForOthers(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (clock, known) = (new TestClock(), new KnownCalendar());
        var id = (await DeskAsync(store, clock, d => d.EnterAsync(new EnterNotice(Head, null, Text2027, Office)))).Value;
        await using (var db = store.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            var notice = await db.HolidayNotices.Include(n => n.Days).SingleAsync(n => n.Id == id, TestContext.Current.CancellationToken);
            notice.ReplaceDays([new NoticeDay(new DateOnly(2027, 1, 1), CalendarDayKind.Holiday, "元旦")]);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            Assert.Single((await new CalendarStore(db, null, known).NoticesAsync(TestContext.Current.CancellationToken))[0].Days);
        }

        // The next writer gives its notice the same revision.
        Assert.True((await DeskAsync(store, clock, d => d.CorrectAsync(new CorrectNoticeDay(id, 0, new DateOnly(2027, 5, 8), null, "", Office)))).IsDone);
        await using var later = store.Open();
        Assert.True((await new CalendarStore(later, null, known).NoticesAsync(TestContext.Current.CancellationToken))[0].Days.Count > 1);
    }

    private static async Task<bool> KnowsAsync(TestStore store)
    {
        await using var db = store.Open();
        return (await new CalendarStore(db).GetAsync()).Knows(2027);
    }

    private static async Task<T> DeskAsync<T>(TestStore store, TestClock clock, Func<CalendarDesk, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(new CalendarDesk(db, clock.Business));
    }
}
