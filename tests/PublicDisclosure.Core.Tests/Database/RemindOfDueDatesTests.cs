using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The day's digest. The default day is Monday, 2 March 2026; a limit of seven working days from it ends on Wednesday, 11 March.</summary>
public sealed class RemindOfDueDatesTests
{
    private static readonly DateOnly Formed = TestClock.DefaultDay;

    [Theory, EveryEngine]
    public async Task Run_DayByDay_RemindsAtEachStepOnce(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await room.Desk.DraftAsync(room.Desk.GoodText("关于救助标准的通知"));
        var days = new List<DateOnly>();
        for (var day = Formed; day <= new DateOnly(2026, 4, 15); day = day.AddDays(1))
        {
            room.Desk.Clock.Set(day, new TimeOnly(9, 0));
            if (await room.RunAsync<RemindOfDueDates>() > 0) days.Add(day);
            Assert.Equal(0, await room.RunAsync<RemindOfDueDates>());
        }

        // Five and one working days before the 11th, then one, five and twenty after it; Tomb Sweeping Day is a Sunday, 三月三 on 20 and 21 April is not reached.
        Assert.Equal([new(2026, 3, 4), new(2026, 3, 10), new(2026, 3, 12), new(2026, 3, 18), new(2026, 4, 8)], days);
        var mails = await room.MailsAsync();
        Assert.Equal(5, mails.Count);
        Assert.Equal("【政务公开】1 件即将到期（2026年3月4日）", mails[0].Subject);
        Assert.Contains("1. 关于救助标准的通知\n   应公开日期：2026年3月11日（预计），还有 5 个工作日\n   计算过程：https://zw.example.gov.cn/calendar/count?", mails[0].Body, StringComparison.Ordinal);
        Assert.Equal("1 件已逾期", mails[2].About);
        Assert.Contains("已逾期 1 个工作日", mails[2].Body, StringComparison.Ordinal);
        Assert.Equal(mails.Count, await room.RunAsync<SendMail>());
        Assert.Equal(5, room.Letters().Count);
    }

    [Theory, EveryEngine]
    public async Task Run_SeveralMatters_IsOneDigest(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await room.EmployAsync("覃经办", null);
        await room.Desk.DraftAsync(room.Desk.GoodText("已逾期的通知") with { FormedOn = Formed.AddDays(-20), DocumentDate = Formed.AddDays(-20) });
        await room.Desk.DraftAsync(room.Desk.GoodText("快到期的通知") with { FormedOn = Formed.AddDays(-7), DocumentDate = Formed.AddDays(-7) });
        await room.Desk.DraftAsync(room.Desk.GoodText("还早的通知"));

        Assert.Equal(1, await room.RunAsync<RemindOfDueDates>());

        var mails = await room.MailsAsync();
        Assert.Equal([MailState.NotAddressed, MailState.Queued], mails.Select(m => m.State).OrderDescending());
        Assert.All(mails, m => Assert.Equal((MailKind.DueDigest, "1 件已逾期，1 件即将到期"), (m.Kind, m.About)));
        Assert.True(mails[0].Body.IndexOf("已逾期的通知", StringComparison.Ordinal) is var late and > 0 && mails[0].Body.IndexOf("快到期的通知", StringComparison.Ordinal) > late);
        Assert.DoesNotContain("还早的通知", mails[0].Body, StringComparison.Ordinal);
        Assert.Equal([(1, Formed), (-5, Formed)], (await room.Store.ReadAsync(db => db.DueNotices.OrderByDescending(n => n.Step).ToListAsync())).Select(n => (n.Step, n.On)));
    }

    [Theory, EveryEngine]
    public async Task Run_NewMatterOnTheSameDay_WaitsForTomorrow(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await LateDraftAsync(room, "第一件");
        Assert.Equal(1, await room.RunAsync<RemindOfDueDates>());
        await LateDraftAsync(room, "第二件");
        Assert.Equal(0, await room.RunAsync<RemindOfDueDates>());

        room.Desk.Clock.Set(Formed.AddDays(1), new TimeOnly(9, 0));
        Assert.Equal(1, await room.RunAsync<RemindOfDueDates>());

        var second = (await room.MailsAsync())[1];
        Assert.Contains("第二件", second.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("第一件", second.Body, StringComparison.Ordinal);
        Assert.Contains("另有 1 件以前提醒过，仍未公开。", second.Body, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Run_BeforeTheHour_Waits(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await LateDraftAsync(room, "通知");
        room.Desk.Clock.Set(Formed, new TimeOnly(7, 59));
        Assert.Equal(0, await room.RunAsync<RemindOfDueDates>());
        room.Desk.Clock.Set(Formed, new TimeOnly(8, 0));

        Assert.Equal(1, await room.RunAsync<RemindOfDueDates>());
    }

    [Theory, EveryEngine]
    public async Task Run_PublishedBinnedOrNotActive_IsNotRemindedOf(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await room.Desk.PublishedAsync();
        await room.Desk.DraftAsync(room.Desk.GoodText("依申请公开的") with { FormedOn = Formed.AddDays(-20), DocumentDate = Formed.AddDays(-20), Attribute = DisclosureAttribute.OnApplication });
        var binned = await LateDraftAsync(room, "扔掉的");
        await using (var db = room.Store.Open())
        {
            (await db.Disclosures.SingleAsync(d => d.Id == binned)).Discard(room.Desk.Clock.Now, room.Desk.Clerk);
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, await room.RunAsync<RemindOfDueDates>());
    }

    [Theory, EveryEngine]
    public async Task Run_UpdateUnderWay_IsRemindedOf(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        var id = await room.Desk.PublishedAsync(room.Desk.GoodText("关于救助标准的通知"));
        Assert.True((await room.Desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await room.Desk.RevisionAsync(id), ChangeKind.Update, "标准提高", room.Desk.Clerk, Formed, false)))).IsDone);
        room.Desk.Clock.Set(new DateOnly(2026, 3, 10), new TimeOnly(9, 0));

        Assert.Equal(1, await room.RunAsync<RemindOfDueDates>());

        Assert.Contains("关于救助标准的通知（更新）", Assert.Single(await room.MailsAsync()).Body, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Run_DueDateMoved_BeginsAnew(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await room.SignYearAsync();
        await room.Desk.DraftAsync();
        room.Desk.Clock.Set(new DateOnly(2026, 3, 4), new TimeOnly(9, 0));
        Assert.Equal(1, await room.RunAsync<RemindOfDueDates>());
        await room.SignOffAsync("纪念日：3月5日（周四）放假，共1天。");
        await room.RunAsync<RecountDueDates>();
        // Due on the 12th now: the 5th is a holiday, so five working days are left on the 4th and the 5th.
        room.Desk.Clock.Set(new DateOnly(2026, 3, 5), new TimeOnly(9, 0));

        Assert.Equal(1, await room.RunAsync<RemindOfDueDates>());
        Assert.Contains("应公开日期：2026年3月12日", (await room.MailsAsync())[1].Body, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Run_PeriodOfADuty_IsRemindedOfUntilItIsDeclaredOrItsDraftIs(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine, limit: "按季度公开");
        await room.ConfirmItemAsync();
        await room.SignYearAsync();
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await room.RunAsync<RefreshCoverage>();
        var due = await room.Store.ReadAsync(db => db.CoverageUnits.Where(u => u.Period == "2026-Q1").Select(u => u.DueOn!.Value).SingleAsync());
        room.Desk.Clock.Set(due.AddDays(-1), new TimeOnly(9, 0));
        Assert.Equal(1, await room.RunAsync<RemindOfDueDates>());
        room.Desk.Clock.Set(due.AddDays(40), new TimeOnly(9, 0));
        await room.RunAsync<RefreshCoverage>();
        Assert.Equal(1, await room.RunAsync<RemindOfDueDates>());

        var mails = await room.MailsAsync();
        Assert.Contains($"综合业务 · 政策法规文件（2026年第1季度）\n   应公开日期：{due:yyyy年M月d日}", mails[0].Body, StringComparison.Ordinal);
        Assert.Contains("已逾期", mails[1].Body, StringComparison.Ordinal);

        // The draft is reminded of instead; the period is not listed twice.
        await room.Desk.DraftAsync(room.Desk.GoodText("2026年第一季度救助情况的通知") with { FormedOn = new DateOnly(2026, 3, 31), DocumentDate = new DateOnly(2026, 3, 31) });
        await room.RunAsync<RefreshCoverage>();
        Assert.DoesNotContain((await room.UseAsync<DueMatters, IReadOnlyList<DueMatter>>(m => m.UntilAsync(room.Desk.Clock.Today))), m => m.Title.Contains("第1季度", StringComparison.Ordinal));
    }

    [Theory, EveryEngine]
    public async Task Run_UnconfirmedItem_AsksNothing(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine, limit: "按季度公开");
        await room.SignYearAsync();
        await room.EmployAsync("韦经办", "wei@guiping.example");
        room.Desk.Clock.Set(new DateOnly(2026, 6, 10), new TimeOnly(9, 0));
        await room.RunAsync<RefreshCoverage>();

        Assert.True(await room.Store.ReadAsync(db => db.CoverageUnits.AnyAsync(u => u.Kind == UnitKind.Period)));
        Assert.Equal(0, await room.RunAsync<RemindOfDueDates>());
    }

    [Theory, EveryEngine]
    public async Task Run_ManyMatters_ListsTheFirstAndCountsTheRest(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        for (var i = 0; i < MailWords.MostEntries + 3; i++) await LateDraftAsync(room, $"通知{i}");

        Assert.Equal(1, await room.RunAsync<RemindOfDueDates>());

        var mail = Assert.Single(await room.MailsAsync());
        Assert.Equal("103 件已逾期", mail.About);
        Assert.Contains("其余 3 件请登录平台查看。", mail.Body, StringComparison.Ordinal);
        Assert.Equal(103, await room.Store.ReadAsync(db => db.DueNotices.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Run_SwitchedOff_WritesNothing(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine, notices: new DueNoticeOptions { Before = "", After = "" });
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await LateDraftAsync(room, "通知");

        Assert.Equal(0, await room.RunAsync<RemindOfDueDates>());
    }

    private static Task<Guid> LateDraftAsync(MailRoom room, string title) =>
        room.Desk.DraftAsync(room.Desk.GoodText(title) with { FormedOn = Formed.AddDays(-20), DocumentDate = Formed.AddDays(-20) });
}
