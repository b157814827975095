using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Due dates as they are kept: from the item's limit, settled by publication, moved by notices and rulings.</summary>
public sealed class DueDateTests
{
    private static readonly DateOnly Formed = TestClock.DefaultDay;

    [Theory, EveryEngine]
    public async Task Draft_WithItem_IsDueByTheItemsOwnLimit(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "本级政府财政部门批复后20日内");
        await SignAsync(store, desk, 2026);
        var id = await desk.DraftAsync();

        var due = await DueAsync(store, id);

        // 22 March is a Sunday.
        Assert.Equal((new DateOnly(2026, 3, 23), LimitUnit.Day, DueBasis.AnchorUnknown, LimitAnchor.Approved, false), (due!.DueOn, due.Unit, due.Basis, due.Anchor, due.IsEstimated));
        Assert.Equal(("本级政府财政部门批复后20日内", desk.ItemCode, 1, (DateTime?)null), (due.Wording, due.ItemCode, due.Version, due.SettledAt));
    }

    [Theory, EveryEngine]
    public async Task Draft_DateTakenOutOrChanged_DueDateFollows(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "7个工作日内");
        var id = await desk.DraftAsync();
        var text = desk.GoodText();

        await EditAsync(desk, id, text with { FormedOn = Formed.AddDays(-7) });
        Assert.Equal(new DateOnly(2026, 3, 4), (await DueAsync(store, id))!.DueOn);
        await EditAsync(desk, id, text with { FormedOn = null });
        Assert.Null(await DueAsync(store, id));
    }

    [Theory, EveryEngine]
    public async Task Publish_LateByTheItemsLimit_IsSettledAndListed(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "7个工作日内");
        await SignAsync(store, desk, 2026);
        var id = await desk.DraftAsync(desk.GoodText() with { FormedOn = Formed.AddDays(-14), DocumentDate = Formed.AddDays(-14) });
        // 16 February is in the spring festival, 28 February is worked: 7 working days end on 3 March.
        desk.Clock.Set(new DateOnly(2026, 3, 4), new TimeOnly(9, 0));
        await ExplainAsync(desk, id);
        await desk.ReviewedAsync(id);
        Assert.True((await desk.PublishAsync(id)).IsDone);

        var (listed, due) = await store.ReadAsync(async db => (await db.Listings.SingleAsync(l => l.DisclosureId == id), await db.DueDates.SingleAsync(d => d.DisclosureId == id)));
        Assert.Equal((new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 4)), (listed.DueOn, listed.PublishedOn));
        Assert.Equal(desk.Clock.Now, due.SettledAt);
        await using var db = store.Open();
        Assert.Equal(new Lateness(1, LimitUnit.WorkingDay, 0), Lateness.Of(await new CalendarStore(db).GetAsync(), due.DueOn, listed.PublishedOn, due.Unit));
    }

    [Theory, EveryEngine]
    public async Task Trigger_DayOfApproval_SetsTheLimitGoingAndIsFixedWithPublication(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "收到批准文件之日起10个工作日内");
        await SignAsync(store, desk, 2026);
        var approved = Formed.AddDays(-5);
        var id = await desk.DraftAsync(desk.GoodText() with { TriggerOn = approved });

        var due = (await DueAsync(store, id))!;
        await using (var db = store.Open()) Assert.Equal((await new CalendarStore(db).GetAsync()).AddWorkingDays(approved, 10), due.DueOn);
        Assert.Equal((approved, DueBasis.Item, LimitAnchor.Approved), (due.From, due.Basis, due.Anchor));

        // Another day, another date; saving the same again changes nothing; taken out, the formed date stands in.
        var text = (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).Text;
        await EditAsync(desk, id, text with { TriggerOn = approved.AddDays(-1) });
        var moved = (await DueAsync(store, id))!;
        Assert.Equal((approved.AddDays(-1), true), (moved.From, moved.DueOn < due.DueOn));
        await EditAsync(desk, id, text with { TriggerOn = approved.AddDays(-1), Summary = "另一段概述。" });
        Assert.Equal(moved.CountedAt, (await DueAsync(store, id))!.CountedAt);
        await EditAsync(desk, id, text with { TriggerOn = null });
        Assert.Equal((Formed, DueBasis.AnchorUnknown), ((await DueAsync(store, id))!.From, (await DueAsync(store, id))!.Basis));
        await EditAsync(desk, id, text);

        await desk.ReviewedAsync(id);
        Assert.True((await desk.PublishAsync(id)).IsDone);
        await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "数字有误", desk.Clerk)));
        var refused = await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), text with { TriggerOn = Formed }, desk.GoodItems, desk.Clerk)));
        Assert.Equal(["Disclosure.TriggerOnFixed"], refused.Refusals.Select(r => r.Code));
        var (settled, version) = await store.ReadAsync(async db => (await db.DueDates.SingleAsync(d => d.DisclosureId == id), await db.Versions.SingleAsync(v => v.DisclosureId == id)));
        Assert.Equal((due.DueOn, approved), (settled.DueOn, version.Text.TriggerOn));
    }

    [Theory, EveryEngine]
    public async Task Trigger_ChangedAfterItWasHandedIn_WantsAReasonThatStays(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "收到批准文件之日起10个工作日内");
        var id = await desk.DraftAsync(desk.GoodText() with { TriggerOn = Formed.AddDays(-5) });
        Assert.True((await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)))).IsDone);
        Assert.True((await desk.WorkAsync(async w => await w.RecallAsync(new RecallDisclosure(id, await desk.RevisionAsync(id), desk.Clerk, "日期有误")))).IsDone);
        var text = (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).Text;

        await EditAsync(desk, id, text with { TriggerOn = Formed.AddDays(-2) });
        var barred = await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        var refusal = Assert.Single(barred.Refusals);
        Assert.Equal("Checklist.TriggerOnMoved", refusal.Code);
        Assert.Equal([Formed.AddDays(-5), Formed.AddDays(-2)], refusal.Arguments);
        Assert.True((await desk.EditAsync(async e => await e.ExplainAsync(new ExplainWarnings(
            id, await desk.RevisionAsync(id), new Dictionary<string, string> { ["Checklist.TriggerOnMoved"] = "批准文件晚三日收到" }, desk.Clerk)))).IsDone);
        Assert.True((await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)))).IsDone);
    }

    [Theory, EveryEngine]
    public async Task Trigger_EventToCome_IsDueBeforeItAndFollowsTheCalendar(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "组织听证7个工作日前");
        var without = await desk.DraftAsync(desk.GoodText());
        // A Monday after the Qingming holiday of 4 to 6 April.
        var id = await desk.DraftAsync(desk.GoodText() with { TriggerOn = new DateOnly(2026, 4, 13) });

        Assert.Equal(DueBasis.EventUnknown, (await DueAsync(store, without))!.Basis);
        var estimated = (await DueAsync(store, id))!;
        Assert.Equal((LimitDirection.Before, LimitAnchor.EventHeld, true), (estimated.Direction, estimated.Anchor, estimated.IsEstimated));
        Assert.NotEmpty(Estimate.Read(estimated.Estimates));

        await SignAsync(store, desk, 2026);
        await Job(store, desk).RunAsync(default);

        // 12, 11 are a weekend; 10, 9, 8, 7 April, then the holiday, then 3, 2, 1 April.
        var due = (await DueAsync(store, id))!;
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 13), false), (due.DueOn, due.From, due.IsEstimated));
    }

    [Theory, EveryEngine]
    public async Task Trigger_FormedDateChangedAfterPublication_StillCountsFromItsOwnDay(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "收到批准文件之日起10个工作日内");
        var id = await desk.PublishedAsync(desk.GoodText() with { TriggerOn = Formed.AddDays(-5) });
        var before = (await DueAsync(store, id))!;

        await desk.ChangeFormedDateAsync(id, Formed.AddDays(-3), "误填");

        var after = (await DueAsync(store, id))!;
        Assert.Equal((before.From, before.DueOn, DueBasis.Item), (after.From, after.DueOn, after.Basis));
    }

    [Theory, EveryEngine]
    public async Task Release_EnteredOrTakenOut_MovesRunningDatesWithEvents(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "20个工作日内或按统计公布日程");
        await SignAsync(store, desk, 2026);
        var id = await desk.DraftAsync(desk.GoodText());
        await Job(store, desk).RunAsync(default);
        var counted = (await DueAsync(store, id))!.DueOn;
        var release = new ReleaseDate { Id = Guid.NewGuid(), ItemCode = desk.ItemCode, On = Formed.AddDays(18), Name = "二月数据", At = desk.Clock.Now };
        await store.AddAsync(release, DueRecount.Ask(DueMoveCause.Schedule, "已公布日程：二月数据", desk.Clock.Now));

        Assert.Equal(1, await Job(store, desk).RunAsync(default));
        Assert.Equal(release.On, (await DueAsync(store, id))!.DueOn);
        await using (var db = store.Open())
        {
            db.Remove(await db.ReleaseDates.SingleAsync());
            db.Add(DueRecount.Ask(DueMoveCause.Schedule, "已删除日程：二月数据", desk.Clock.Now));
            await db.SaveChangesAsync();
        }

        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Job(store, desk).RunAsync(default));
        var moves = await store.ReadAsync(db => db.DueDateMoves.OrderBy(m => m.At).ToListAsync());
        Assert.Equal([(counted, release.On), (release.On, counted)], moves.Select(m => (m.From, m.To)));
        Assert.All(moves, m => Assert.Equal(DueMoveCause.Schedule, m.Cause));
        Assert.Equal(0, await store.ReadAsync(db => db.DueRecounts.CountAsync(r => r.DoneAt == null)));
    }

    [Theory, EveryEngine]
    public async Task WithDocumentOrDuration_HasNoDueDate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "征求意见期限不得少于30日");
        var id = await desk.PublishedAsync();

        Assert.Equal((null, 0), await store.ReadAsync(async db => ((await db.Listings.SingleAsync(l => l.DisclosureId == id)).DueOn, await db.DueDates.CountAsync())));
    }

    [Theory, EveryEngine]
    public async Task Update_HasADueDateOfItsOwnThatAbandoningTakesAway(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "7个工作日内");
        var id = await desk.PublishedAsync();
        Assert.True((await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Update, "标准提高", desk.Clerk, desk.Clock.Today, false)))).IsDone);

        Assert.Equal([(1, false), (2, true)], await store.ReadAsync(db => db.DueDates.OrderBy(d => d.Version).Select(d => ValueTuple.Create(d.Version, d.SettledAt == null)).ToListAsync()));
        Assert.True((await desk.WorkAsync(async w => await w.AbandonCorrectionAsync(new AbandonDisclosureCorrection(id, await desk.RevisionAsync(id), desk.Clerk)))).IsDone);
        Assert.Equal([1], await store.ReadAsync(db => db.DueDates.Select(d => d.Version).ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task SignOff_OfAYear_MovesExactlyTheRunningDatesAndLeavesEvents(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "20个工作日");
        desk.Clock.Set(new DateOnly(2026, 9, 28), new TimeOnly(9, 0));
        var published = await desk.PublishedAsync(desk.GoodText() with { FormedOn = new DateOnly(2026, 9, 21), DocumentDate = new DateOnly(2026, 9, 21) });
        var across = await desk.DraftAsync(desk.GoodText());
        var before = await desk.DraftAsync(desk.GoodText() with { FormedOn = new DateOnly(2026, 7, 1), DocumentDate = new DateOnly(2026, 7, 1) });
        // 1, 2 October are holidays by law; the notice adds 5 to 7 October and takes Saturday 10 October for work.
        Assert.Equal((new DateOnly(2026, 10, 28), true), await EstimateAsync(store, across));
        Assert.Equal(0, await Job(store, desk).RunAsync(default));

        desk.Clock.Advance(TimeSpan.FromHours(1));
        await SignAsync(store, desk, 2026);
        Assert.Equal(1, await Job(store, desk).RunAsync(default));

        Assert.Equal((new DateOnly(2026, 10, 30), false), await EstimateAsync(store, across));
        Assert.Equal((new DateOnly(2026, 7, 29), false), await EstimateAsync(store, before));
        var (moves, audits, settled) = await store.ReadAsync(async db => (
            await db.DueDateMoves.ToListAsync(), await db.AuditEntries.Where(a => a.Action == RecountDueDates.Act).Select(a => a.ObjectId).ToListAsync(),
            await db.DueDates.SingleAsync(d => d.DisclosureId == published)));
        var move = Assert.Single(moves);
        Assert.Equal((across, new DateOnly(2026, 10, 28), new DateOnly(2026, 10, 30), DueMoveCause.Calendar), (move.DisclosureId, move.From, move.To, move.Cause));
        Assert.Contains("国办发明电〔2025〕7号", move.Source, StringComparison.Ordinal);
        Assert.Equal([(Guid?)across], audits);
        // What was published while the year was an estimate stays as it was counted, and can be counted so again.
        Assert.True(settled.IsEstimated);
        await using var db = store.Open();
        Assert.Equal(settled.DueOn, (await new CalendarStore(db).AsOfAsync(settled.CountedAt)).Explain(settled.From, settled.Span).End);
        Assert.Equal(0, await Job(store, desk).RunAsync(default));
    }

    [Theory, EveryEngine]
    public async Task AmendmentOfOneHoliday_MovesOnlyTheDatesItCrosses(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "7个工作日内");
        await SignAsync(store, desk, 2026);
        var crossed = await desk.DraftAsync(desk.GoodText());
        var earlier = await desk.DraftAsync(desk.GoodText() with { FormedOn = Formed.AddDays(-14), DocumentDate = Formed.AddDays(-14) });
        await Job(store, desk).RunAsync(default);

        var head = new NoticeHead(CalendarLayer.National, 2026, true, "补1号", "关于2026年3月5日放假的通知", new DateOnly(2026, 3, 2), "");
        var entered = await CalendarAsync(store, desk, c => c.EnterAsync(new EnterNotice(head, null, "纪念日：3月5日（周四）放假，共1天。", desk.Reviewer)));
        Assert.True(entered.IsDone);
        Assert.True((await CalendarAsync(store, desk, c => c.SignOffAsync(new SignOffNotice(entered.Value, 0, desk.Reviewer)))).IsDone);
        await Job(store, desk).RunAsync(default);

        Assert.Equal([crossed], await store.ReadAsync(db => db.DueDateMoves.Select(m => m.DisclosureId).ToListAsync()));
        Assert.Equal(new DateOnly(2026, 3, 12), (await DueAsync(store, crossed))!.DueOn);
        Assert.Equal(new DateOnly(2026, 3, 3), (await DueAsync(store, earlier))!.DueOn);
        await using var db = store.Open();
        var shown = Assert.Single(await new LimitReader(db, new LimitBook(db), desk.Clock.Business).MovesAsync(new OrganisationScope([desk.Organisation.Id])));
        Assert.Equal((crossed, new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 12)), (shown.DisclosureId, shown.From, shown.To));
        Assert.Equal(shown.To, shown.Due!.DueOn);
        Assert.Empty(await new LimitReader(db, new LimitBook(db), desk.Clock.Business).MovesAsync(new OrganisationScope([Guid.NewGuid()])));
    }

    [Theory, EveryEngine]
    public async Task Ruling_FromADay_MovesOnlyWhatBeginsAfterIt(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "尽快公开");
        await SignAsync(store, desk, 2026);
        var old = await desk.DraftAsync(desk.GoodText() with { FormedOn = Formed.AddDays(-3), DocumentDate = Formed.AddDays(-3) });
        var late = await desk.DraftAsync(desk.GoodText());
        Assert.Equal(DueBasis.Fallback, (await DueAsync(store, late))!.Basis);
        await Job(store, desk).RunAsync(default);

        await store.AddAsync(LimitRuling.Make(Guid.NewGuid(), "", "尽快公开", [new TimeLimitRule { Amount = 3, Unit = LimitUnit.WorkingDay }], "浔政办发〔2026〕5号", "", Formed, desk.Clock.Now, desk.Reviewer));
        Assert.Equal(1, await Job(store, desk).RunAsync(default));

        var (kept, moved) = (await DueAsync(store, old), await DueAsync(store, late));
        Assert.Equal((DueBasis.Fallback, new DateOnly(2026, 3, 26)), (kept!.Basis, kept.DueOn));
        Assert.Equal((DueBasis.Item, new DateOnly(2026, 3, 5), "浔政办发〔2026〕5号"), (moved!.Basis, moved.DueOn, moved.Clause));
        Assert.Equal(DueMoveCause.Limit, (await store.ReadAsync(db => db.DueDateMoves.SingleAsync())).Cause);
    }

    [Theory, EveryEngine]
    public async Task Schedule_Entered_IsTheNextReleasedDay(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "20个工作日内或按统计公布日程");
        var without = await desk.DraftAsync(desk.GoodText());
        await store.AddAsync(
            new ReleaseDate { Id = Guid.NewGuid(), ItemCode = desk.ItemCode, On = Formed.AddDays(-1), Name = "一月数据", At = desk.Clock.Now },
            new ReleaseDate { Id = Guid.NewGuid(), ItemCode = desk.ItemCode, On = Formed.AddDays(18), Name = "二月数据", At = desk.Clock.Now });
        var with = await desk.DraftAsync(desk.GoodText());

        Assert.Equal(DueBasis.Item, (await DueAsync(store, without))!.Basis);
        var due = (await DueAsync(store, with))!;
        Assert.Equal((DueBasis.Schedule, Formed.AddDays(18), "二月数据"), (due.Basis, due.DueOn, due.Clause));
    }

    [Theory, EveryEngine]
    public async Task NewEdition_ChangesNothingForWhatBeganBeforeIt(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "20个工作日");
        await SignAsync(store, desk, 2026);
        await using (var db = store.Open())
        {
            var former = await db.Editions.Include(e => e.Items).SingleAsync();
            var next = CatalogueEdition.Draft(Guid.NewGuid(), former.OwnerOrganisationId, "新目录", 2026, null, desk.Clock.Now, null);
            var item = former.Items[0].CopyTo(Guid.NewGuid(), next.Id, ItemAdoption.Applies);
            item.Edit(item.Sequence, item.Text with { TimeLimit = "7个工作日内" }, item.Levels, item.Mode);
            next.Add(item);
            former.Supersede(new DateOnly(2026, 3, 10));
            next.PutInForce(new DateOnly(2026, 3, 10));
            db.Add(next);
            await db.SaveChangesAsync();
        }

        desk.Clock.Set(new DateOnly(2026, 3, 11), new TimeOnly(9, 0));
        var before = await desk.DraftAsync(desk.GoodText() with { FormedOn = Formed, DocumentDate = Formed });
        var after = await desk.DraftAsync(desk.GoodText() with { FormedOn = new DateOnly(2026, 3, 10), DocumentDate = new DateOnly(2026, 3, 10) });

        Assert.Equal((20, 7), ((await DueAsync(store, before))!.Amount, (await DueAsync(store, after))!.Amount));
    }

    [Theory, EveryEngine]
    public async Task Job_RunningDisclosureWithoutDate_GetsOne(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "7个工作日内");
        var id = await desk.DraftAsync();
        await using (var db = store.Open()) await db.DueDates.ExecuteDeleteAsync();

        Assert.Equal(1, await Job(store, desk).RunAsync(default));
        Assert.NotNull(await DueAsync(store, id));
        Assert.Equal(0, await Job(store, desk).RunAsync(default));
    }

    [Theory, EveryEngine]
    public async Task Queue_ManyDrafts_IsOrderedByDueDateNotByFormedDate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DeskAsync(store, "20个工作日；行政许可、处罚决定7个工作日内");
        var plain = await desk.DraftAsync(desk.GoodText() with { FormedOn = Formed.AddDays(-5), DocumentDate = Formed.AddDays(-5) });
        var none = await desk.DraftAsync(desk.GoodText() with { FormedOn = null });
        var other = await DeskAsync(store, "7个工作日内");
        var soon = await other.DraftAsync(other.GoodText());
        other.Dispose();

        await using var db = store.Open();
        var queue = await new DisclosureDeskQueries(db, new CalendarStore(db), desk.Clock.Business).QueueAsync(db.Disclosures);

        Assert.Equal([soon, plain, none], queue.Select(r => r.Id));
        Assert.Equal(7, queue[0].Left!.Days);
    }

    private static async Task<DisclosureDesk> DeskAsync(TestStore store, string wording)
    {
        var desk = await DisclosureDesk.CreateAsync(store);
        await using var db = store.Open();
        var item = await db.Items.SingleAsync(i => i.Code == desk.ItemCode);
        item.Edit(item.Sequence, item.Text with { TimeLimit = wording }, item.Levels, item.Mode);
        await db.SaveChangesAsync();
        return desk;
    }

    private static async Task SignAsync(TestStore store, DisclosureDesk desk, int year)
    {
        var notices = CalendarSeed.Notices(desk.Clock.Now).Where(n => n.Year == year).ToList();
        foreach (var notice in notices) notice.SignOff(desk.Clock.Now, desk.Reviewer);
        await store.AddAsync([.. notices]);
    }

    private static Task<DueDate?> DueAsync(TestStore store, Guid id) => store.ReadAsync(db => db.DueDates.SingleOrDefaultAsync(d => d.DisclosureId == id));

    private static async Task<(DateOnly, bool)> EstimateAsync(TestStore store, Guid id) => await DueAsync(store, id) is { } due ? (due.DueOn, due.IsEstimated) : default;

    private static async Task EditAsync(DisclosureDesk desk, Guid id, DisclosureText text)
    {
        var outcome = await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), text, desk.GoodItems, desk.Clerk)));
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
    }

    private static async Task ExplainAsync(DisclosureDesk desk, Guid id) => Assert.True((await desk.EditAsync(async e => await e.ExplainAsync(
        new ExplainWarnings(id, await desk.RevisionAsync(id), new Dictionary<string, string> { ["Checklist.PublishedLate"] = "核实用时较长" }, desk.Clerk)))).IsDone);

    private static async Task<T> CalendarAsync<T>(TestStore store, DisclosureDesk desk, Func<CalendarDesk, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(new CalendarDesk(db, desk.Clock.Business));
    }

    private static RecountDueDates Job(TestStore store, DisclosureDesk desk)
    {
        var services = new ServiceCollection();
        services.AddScoped(_ => store.Open());
        services.AddScoped<DueDates>();
        return new RecountDueDates(services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), desk.Clock.Business);
    }
}
