using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>A holiday or a limit moves due dates: one mail an organisation, from the sign-off to the file in the pickup folder.</summary>
public sealed class TellOfMovesTests
{
    private const string FifthOfMarch = "纪念日：3月5日（周四）放假，共1天。";
    private static readonly DateOnly Formed = TestClock.DefaultDay;

    [Theory, EveryEngine]
    public async Task OneHoliday_MovesExactlyTheDatesItCrosses_WithAnEventEachAndOneMail(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await room.SignYearAsync();
        await room.EmployAsync("覃审核", "qin@guiping.example", StaffRole.Reviewer);
        var crossed = await room.Desk.DraftAsync(room.Desk.GoodText("关于救助标准的通知"));
        var alsoCrossed = await room.Desk.DraftAsync(room.Desk.GoodText("关于救助对象的通知") with { FormedOn = Formed.AddDays(-1), DocumentDate = Formed.AddDays(-1) });
        var earlier = await room.Desk.DraftAsync(room.Desk.GoodText("关于救助热线的通知") with { FormedOn = Formed.AddDays(-14), DocumentDate = Formed.AddDays(-14) });
        var published = await room.Desk.PublishedAsync(room.Desk.GoodText("关于已经公开的通知"));
        var before = await DatesAsync(room);
        Assert.Equal(0, await room.RunAsync<TellOfMoves>());

        await room.SignOffAsync(FifthOfMarch);
        // The recount has not been: nothing is told of half of it.
        Assert.Equal(0, await room.RunAsync<TellOfMoves>());
        Assert.Equal(2, await room.RunAsync<RecountDueDates>());
        Assert.Equal(0, await room.RunAsync<TellOfMoves>());
        await room.RunAsync<RefreshCoverage>();
        Assert.Equal(2, await room.RunAsync<TellOfMoves>());
        Assert.Equal(1, await room.RunAsync<SendMail>());

        var after = await DatesAsync(room);
        Assert.Equal([crossed, alsoCrossed], before.Keys.Where(id => before[id] != after[id]).OrderBy(id => id == crossed ? 0 : 1));
        Assert.Equal((new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 12)), (before[crossed], after[crossed]));
        Assert.Equal((before[earlier], before[published]), (after[earlier], after[published]));
        var events = await room.Store.ReadAsync(db => db.DueDateMoves.OrderBy(m => m.To).ToListAsync());
        Assert.Equal([alsoCrossed, crossed], events.Select(e => e.DisclosureId));
        Assert.All(events, e => Assert.Equal(room.Desk.Clock.Now, e.ToldAt));

        var (to, subject, text) = Assert.Single(room.Letters());
        Assert.Equal(("wei@guiping.example", "【政务公开】2 件信息的应公开日期有变化"), (to, subject));
        Assert.StartsWith(room.Desk.Organisation.ShortName + "：", text, StringComparison.Ordinal);
        Assert.Contains("2. 关于救助标准的通知\n   原应公开日期：2026年3月11日\n   现应公开日期：2026年3月12日\n   原因：节假日安排签发，关于2026年3月5日放假的通知（补1号）\n", text, StringComparison.Ordinal);
        Assert.Contains($"计算过程：https://zw.example.gov.cn/calendar/count?from={Formed:yyyy-MM-dd}&amount=7&unit=WorkingDay", text, StringComparison.Ordinal);
        Assert.Contains($"办理：https://zw.example.gov.cn/admin/disclosures/{crossed}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("救助热线", text, StringComparison.Ordinal);
        Assert.DoesNotContain("已经公开的通知", text, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await room.RunAsync<TellOfMoves>(), await room.RunAsync<SendMail>()));
    }

    [Theory, EveryEngine]
    public async Task Ruling_OfALimit_TellsToo(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine, limit: "尽快公开");
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await room.Desk.DraftAsync(room.Desk.GoodText("关于救助标准的通知"));
        await room.Store.AddAsync(LimitRuling.Make(Guid.NewGuid(), "", "尽快公开", [new TimeLimitRule { Amount = 3, Unit = LimitUnit.WorkingDay }], "浔政办发〔2026〕5号", "", Formed, room.Desk.Clock.Now, room.Desk.Reviewer));

        await room.RunAsync<RecountDueDates>();
        await room.RunAsync<RefreshCoverage>();
        await room.RunAsync<TellOfMoves>();
        await room.RunAsync<SendMail>();

        Assert.Contains("原因：公开时限重新认定，浔政办发〔2026〕5号", Assert.Single(room.Letters()).Text, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task OneHoliday_MovesAPeriod_IsInTheSameMail(Engine engine)
    {
        // The first quarter ends on Tuesday, 31 March; its last day is the twentieth working day after it.
        await using var room = await MailRoom.CreateAsync(engine, limit: "按季度公开");
        await room.ConfirmItemAsync();
        await room.SignYearAsync();
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await room.RunAsync<RefreshCoverage>();
        var before = await PeriodAsync(room);

        await room.SignOffAsync("纪念日：4月2日（周四）放假，共1天。");
        await room.RunAsync<RecountDueDates>();
        await room.RunAsync<RefreshCoverage>();
        Assert.Equal(1, await room.RunAsync<TellOfMoves>());

        var after = await PeriodAsync(room);
        Assert.True(after > before, $"{before} {after}");
        var mail = Assert.Single(await room.MailsAsync());
        Assert.Contains($"综合业务 · 政策法规文件（2026年第1季度）\n   原应公开日期：{before:yyyy年M月d日}\n   现应公开日期：{after:yyyy年M月d日}\n   原因：节假日安排或者公开时限有变化\n", mail.Body, StringComparison.Ordinal);
        Assert.Contains($"办理：https://zw.example.gov.cn/admin/disclosures/create?organisation={room.Desk.Organisation.Id}&item=", mail.Body, StringComparison.Ordinal);
        Assert.Equal(0, await room.RunAsync<TellOfMoves>());
    }

    private static Task<DateOnly> PeriodAsync(MailRoom room) => room.Store.ReadAsync(db => db.CoverageUnits.Where(u => u.Period == "2026-Q1").Select(u => u.DueOn!.Value).SingleAsync());

    [Theory, EveryEngine]
    public async Task MovedTwice_IsToldOnce_MovedBackIsNot(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        var twice = await room.Desk.DraftAsync(room.Desk.GoodText("移动两次"));
        var back = await room.Desk.DraftAsync(room.Desk.GoodText("移动又移回"));
        await MoveAsync(room, twice, 1, 2, "甲");
        await MoveAsync(room, twice, 2, 4, "乙");
        await MoveAsync(room, back, 1, 2, "甲");
        await MoveAsync(room, back, 2, 1, "乙");

        Assert.Equal(4, await room.RunAsync<TellOfMoves>());

        var mail = Assert.Single(await room.MailsAsync());
        Assert.Contains("原应公开日期：2026年3月1日\n   现应公开日期：2026年3月4日", mail.Body, StringComparison.Ordinal);
        Assert.Contains("原因：节假日安排签发，甲\n   原因：节假日安排签发，乙", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("移动又移回", mail.Body, StringComparison.Ordinal);
        Assert.Equal(0, await room.Store.ReadAsync(db => db.DueDateMoves.CountAsync(m => m.ToldAt == null)));
    }

    [Theory, EveryEngine]
    public async Task Recipients_AreThoseWhoDraftThere_AndTheLogSaysWhoHasNoAddress(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        var elsewhere = TestData.CreateOrganisation("czj", "桂平市财政局");
        await room.Store.AddAsync(elsewhere);
        await room.EmployAsync("甲", "a@guiping.example");
        var silent = await room.EmployAsync("乙", null);
        await room.EmployAsync("丙", "c@guiping.example", StaffRole.OrganisationAdmin);
        await room.EmployAsync("丁", "d@guiping.example", StaffRole.DisclosureOffice);
        await room.EmployAsync("戊", "e@guiping.example", organisation: elsewhere.Id);
        await room.EmployAsync("己", "f@guiping.example", isActive: false);
        await MoveAsync(room, await room.Desk.DraftAsync(), 1, 2, "甲");

        await room.RunAsync<TellOfMoves>();

        var mails = await room.MailsAsync();
        Assert.Equal(["", "a@guiping.example"], mails.Select(m => m.Address).Order());
        Assert.Equal((silent.Id, MailState.NotAddressed), mails.Single(m => m.Address.Length == 0) is var m ? (m.ToUserId!.Value, m.State) : default);
    }

    [Theory, EveryEngine]
    public async Task OrganisationWithoutClerks_LeavesARowThatSaysSo(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await MoveAsync(room, await room.Desk.DraftAsync(), 1, 2, "甲");

        await room.RunAsync<TellOfMoves>();

        Assert.Equal((null, MailState.NotAddressed), Assert.Single(await room.MailsAsync()) is var m ? (m.ToUserId, m.State) : default);
        Assert.Equal(0, await room.RunAsync<SendMail>());
    }

    [Theory, EveryEngine]
    public async Task MergedOrganisation_TheSuccessorsClerksAreTold(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        var successor = TestData.CreateOrganisation("shgzb", "桂平市社会工作部");
        await room.Store.AddAsync(successor);
        await room.EmployAsync("新经办", "new@guiping.example", organisation: successor.Id);
        var id = await room.Desk.DraftAsync();
        await using (var db = room.Store.Open())
        {
            var former = await db.Organisations.SingleAsync(o => o.Id == room.Desk.Organisation.Id);
            former.MergeInto(await db.Organisations.SingleAsync(o => o.Id == successor.Id));
            await db.SaveChangesAsync();
        }

        await MoveAsync(room, id, 1, 2, "甲");
        await room.RunAsync<TellOfMoves>();

        Assert.Equal(["new@guiping.example"], (await room.MailsAsync()).Select(m => m.Address));
    }

    private static Task MoveAsync(MailRoom room, Guid id, int from, int to, string source)
    {
        room.Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        return room.Store.AddAsync(new DueDateMove
        {
            Id = Guid.NewGuid(),
            DisclosureId = id,
            OrganisationId = room.Desk.Organisation.Id,
            From = new DateOnly(2026, 3, from),
            To = new DateOnly(2026, 3, to),
            Cause = DueMoveCause.Calendar,
            Source = source,
            At = room.Desk.Clock.Now,
        });
    }

    private static Task<Dictionary<Guid, DateOnly>> DatesAsync(MailRoom room) =>
        room.Store.ReadAsync(db => db.DueDates.ToDictionaryAsync(d => d.DisclosureId, d => d.DueOn));
}
