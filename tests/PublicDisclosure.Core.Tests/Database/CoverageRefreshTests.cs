using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Coverage as it follows what people do, and as it is counted whole: both must say the same.</summary>
public sealed class CoverageRefreshTests
{
    private static readonly DateOnly Formed = TestClock.DefaultDay;

    [Theory, EveryEngine]
    public async Task Draft_ThenPublication_MovesItsUnitAtOnce(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        await coverage.WholeAsync();
        Assert.Equal(["awaiting"], (await coverage.StatusAsync()).Keys);

        var id = await desk.DraftAsync();
        Assert.True(await coverage.WorkOffAsync() > 0);
        Assert.Equal((UnitKind.Record, Formed, new DateOnly(2026, 3, 30), id), await OnlyAsync(coverage, u => (u.Kind, u.StartsOn!.Value, u.DueOn!.Value, u.RecordId!.Value)));
        Assert.Equal(TimelinessStatus.NotDue, Assert.Single(await coverage.StatusAsync()).Value);

        desk.Clock.Set(new DateOnly(2026, 3, 24), new TimeOnly(9, 0));
        Assert.Equal(TimelinessStatus.DueSoon, Assert.Single(await coverage.StatusAsync()).Value);
        desk.Clock.Set(new DateOnly(2026, 3, 31), new TimeOnly(9, 0));
        Assert.Equal(TimelinessStatus.Overdue, Assert.Single(await coverage.StatusAsync()).Value);

        Assert.True((await desk.EditAsync(async e => await e.ExplainAsync(new ExplainWarnings(id, await desk.RevisionAsync(id), new Dictionary<string, string> { ["Checklist.PublishedLate"] = "材料补正" }, desk.Clerk)))).IsDone);
        await desk.ReviewedAsync(id);
        Assert.True((await desk.PublishAsync(id)).IsDone);
        await coverage.WorkOffAsync();
        Assert.Equal(TimelinessStatus.Late, Assert.Single(await coverage.StatusAsync()).Value);
        Assert.Equal(0, await coverage.WorkOffAsync());
    }

    [Theory, EveryEngine]
    public async Task Whole_ItemsOfAnOlderDatabase_NamesTheirOwnersSoThatMarksFindThem(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        var id = await desk.DraftAsync();
        await store.ReadAsync(db => db.Set<DisclosureItem>().ExecuteUpdateAsync(u => u.SetProperty(i => i.OrganisationId, Guid.Empty)));

        await coverage.WholeAsync();

        Assert.Equal(desk.Organisation.Id, await store.ReadAsync(db => db.Set<DisclosureItem>().Where(i => i.DisclosureId == id).Select(i => i.OrganisationId).FirstAsync()));
        await desk.ReviewedAsync(id);
        Assert.True((await desk.PublishAsync(id)).IsDone);
        await coverage.WorkOffAsync();
        Assert.Equal(TimelinessStatus.OnTime, Assert.Single(await coverage.StatusAsync()).Value);
    }

    [Theory, EveryEngine]
    public async Task Marks_OfEverythingPeopleDo_GiveWhatTheWholeCountGives(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        await coverage.WholeAsync();
        var published = await desk.PublishedAsync();
        var withdrawn = await desk.PublishedAsync();
        await desk.WithdrawAsync(withdrawn, WithdrawalReason.Error);
        var replaced = await desk.PublishedAsync();
        await desk.WithdrawAsync(replaced, WithdrawalReason.Replaced, replacement: (await store.ReadAsync(db => db.Disclosures.Where(d => d.Id == published).Select(d => d.Address).SingleAsync()))!);
        var suspended = await desk.PublishedAsync();
        await desk.SuspendAsync(suspended);
        var updated = await desk.PublishedAsync();
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.PublishChangeAsync(updated, ChangeKind.Update, desk.GoodText("更新后的通知") with { FormedOn = Formed });
        await desk.DraftAsync();
        await coverage.WorkOffAsync();
        var followed = Facts(await coverage.UnitsAsync());

        await store.ReadAsync(db => db.CoverageUnits.ExecuteDeleteAsync());
        await coverage.WholeAsync();

        Assert.Equal(Facts(await coverage.UnitsAsync()), followed);
        // Counted again without a change, nothing is written.
        Assert.Equal(0, await coverage.WholeAsync());
        Assert.Equal(7, followed.Count);
        Assert.Equal((true, false, true, false), (Fulfilled(published), Fulfilled(withdrawn), Fulfilled(replaced), Fulfilled(suspended)));
        Assert.Contains(followed, f => f.Key == $"change:{updated:N}:2" && f.FulfilledOn == desk.Clock.Today);

        bool Fulfilled(Guid id) => followed.Single(f => f.Key == $"record:{id:N}").FulfilledOn is not null;
    }

    [Theory, EveryEngine]
    public async Task Draft_ThrownAwayOrItemTakenOff_IsNoUnitAnyMore(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        var first = await desk.DraftAsync();
        var second = await desk.DraftAsync();
        await coverage.WorkOffAsync();
        Assert.Equal(2, (await coverage.UnitsAsync()).Count);

        await coverage.UseAsync(async db =>
        {
            (await db.Disclosures.SingleAsync(d => d.Id == first)).Discard(desk.Clock.Now, desk.Clerk);
            return await db.SaveChangesAsync();
        });
        Assert.True((await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(second, await desk.RevisionAsync(second), desk.GoodText(), [], desk.Clerk)))).IsDone);
        await coverage.WorkOffAsync();

        Assert.Equal(["awaiting"], (await coverage.UnitsAsync()).Select(u => u.RecordId == first ? "first" : u.RecordId == second ? "second" : u.Key));
    }

    [Theory, EveryEngine]
    public async Task Correction_ThatChangesItems_CountsOnlyWhenItIsPublished(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        var id = await desk.PublishedAsync();
        await coverage.WorkOffAsync();

        Assert.True((await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "事项有误", desk.Clerk, null, false)))).IsDone);
        Assert.True((await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), desk.GoodText("改"), [new ItemChoice("other-1", "")], desk.Clerk)))).IsDone);
        await coverage.WorkOffAsync();

        Assert.NotNull(await OnlyAsync(coverage, u => u.FulfilledOn));
    }

    [Theory, EveryEngine]
    public async Task Elements_TickedInACorrection_CountWhenItIsPublished(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内", elements: "文件全文；办理结果");
        using var desk = coverage.Disclosures;
        var id = await desk.PublishedAsync();
        await coverage.WorkOffAsync();
        Assert.Equal("办理结果", await OnlyAsync(coverage, u => u.MissingElements));

        Assert.True((await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "漏选要素", desk.Clerk, null, false)))).IsDone);
        var text = (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).Text;
        Assert.True((await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), text, [new ItemChoice(desk.ItemCode, "文件全文\n办理结果")], desk.Clerk)))).IsDone);
        await coverage.WorkOffAsync();
        Assert.Equal("办理结果", await OnlyAsync(coverage, u => u.MissingElements));

        await desk.ReviewedAsync(id);
        Assert.True((await desk.PublishAsync(id)).IsDone);
        await coverage.WorkOffAsync();
        Assert.Equal("", await OnlyAsync(coverage, u => u.MissingElements));
    }

    [Theory, EveryEngine]
    public async Task Quarter_PassesMidnight_NextPeriodAppearsWithTheDailyCount(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "按季度公开");
        using var desk = coverage.Disclosures;
        // One minute before the second quarter begins in Beijing, and one after.
        desk.Clock.Set(new DateOnly(2026, 3, 31), new TimeOnly(23, 59));
        await coverage.WholeAsync();
        Assert.Equal(["period:2026-Q1"], (await coverage.StatusAsync()).Keys);
        desk.Clock.Set(new DateOnly(2026, 4, 1), new TimeOnly(0, 1));
        await coverage.WholeAsync();

        Assert.Equal(["period:2026-Q1", "period:2026-Q2"], (await coverage.StatusAsync()).Keys.Order());
        // 31 March + 20 working days, 三月三 (20 April, two days) estimated, Labour Day and its make-up day by the notice.
        Assert.Equal(new DateOnly(2026, 4, 30), (await coverage.UnitsAsync())[0].DueOn);
    }

    [Theory, EveryEngine]
    public async Task Ruling_FromADay_MovesWhatIsToComeAndLeavesAnEvent(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "按季度公开", new DateOnly(2025, 10, 8));
        using var desk = coverage.Disclosures;
        await coverage.WholeAsync();
        var before = (await coverage.UnitsAsync()).ToDictionary(u => u.Key, u => u.DueOn);

        await store.ReadAsync(async db =>
        {
            // What would have been due on 2 February is past; the running quarter is still to come.
            db.Add(new SettledReading
            {
                Id = Guid.NewGuid(),
                Word = SettledWord.PerPeriod,
                From = new DateOnly(2025, 12, 1),
                Amount = 10,
                Unit = LimitUnit.WorkingDay,
                Note = "按期从严",
                At = desk.Clock.Now,
                By = desk.Reviewer,
            });
            return await db.SaveChangesAsync();
        });
        await coverage.WholeAsync();
        var after = (await coverage.UnitsAsync()).ToDictionary(u => u.Key, u => u.DueOn);

        Assert.Equal(before["period:2025-Q4"], after["period:2025-Q4"]);
        Assert.Equal(new DateOnly(2026, 4, 15), after["period:2026-Q1"]);
        var (moves, rows) = await store.ReadAsync(async db => (await db.UnitDueMoves.ToListAsync(), await db.AuditEntries.CountAsync(a => a.Action == CoverageRefresh.MoveAct)));
        Assert.Equal((before["period:2026-Q1"]!.Value, after["period:2026-Q1"]!.Value), (Assert.Single(moves).From, moves[0].To));
        Assert.Equal(1, rows);
    }

    [Theory, EveryEngine]
    public async Task ZeroReport_DeclaredConfirmedThenOvertaken_EndsAndShowsAsLate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "按季度公开", new DateOnly(2025, 12, 1));
        using var desk = coverage.Disclosures;
        await coverage.WholeAsync();
        var duty = await coverage.DutyAsync();
        Assert.Equal(TimelinessStatus.Overdue, (await coverage.StatusAsync())["period:2025-Q4"]);

        Assert.Equal(["ZeroReport.PeriodRunning"], Codes(await DeclareAsync("2026-Q1")));
        Assert.Equal(["ZeroReport.NoSuchPeriod"], Codes(await DeclareAsync("2025-Q3")));
        var declared = await DeclareAsync("2025-Q4");
        Assert.True(declared.IsDone);
        Assert.Equal(["ZeroReport.AlreadyDeclared"], Codes(await DeclareAsync("2025-Q4")));
        await coverage.WorkOffAsync();
        Assert.Equal(TimelinessStatus.Overdue, (await coverage.StatusAsync())["period:2025-Q4"]);

        Assert.Equal(["ZeroReport.ConfirmerIsDeclarer"], Codes(await DecideAsync(declared.Value, desk.Clerk)));
        Assert.True((await DecideAsync(declared.Value, desk.Reviewer)).IsDone);
        await coverage.WorkOffAsync();
        Assert.Equal(TimelinessStatus.NothingThisPeriod, (await coverage.StatusAsync())["period:2025-Q4"]);

        await desk.PublishedAsync(desk.GoodText("2025年第四季度救助资金情况"));
        await coverage.WorkOffAsync();
        Assert.Equal(TimelinessStatus.Late, (await coverage.StatusAsync())["period:2025-Q4"]);
        var report = await store.ReadAsync(db => db.ZeroReports.SingleAsync());
        Assert.Equal((ZeroReportState.Cancelled, true), (report.State, report.CancelledByRecordId is not null));
        Assert.Equal(["ZeroReport.HasRecord"], Codes(await DeclareAsync("2025-Q4")));

        Task<OutcomeOf<Guid>> DeclareAsync(string period) => coverage.UseAsync(db => coverage.Declarations(db).DeclareAsync(new DeclareNothing(duty.Id, period, "本季度无新增资金。", desk.Clerk)));

        Task<Outcome> DecideAsync(Guid id, Guid by) => coverage.UseAsync(db => coverage.Declarations(db).DecideAsync(new DecideZeroReport(id, 0, true, "", by)));
    }

    [Theory, EveryEngine]
    public async Task Check_OfAStandingPage_MovesNoDateAndIsRecordedOnceADay(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "长期公开");
        using var desk = coverage.Disclosures;
        var duty = await coverage.DutyAsync();
        await coverage.WholeAsync();
        Assert.Equal(["ContentCheck.NoPage"], Codes(await CheckAsync()));
        var id = await desk.PublishedAsync();
        await coverage.WorkOffAsync();
        Assert.Equal([(UnitKind.Check, new DateOnly(2027, 3, 2)), (UnitKind.Standing, new DateOnly(2026, 3, 30))], (await coverage.UnitsAsync()).Select(u => (u.Kind, u.DueOn!.Value)));
        var published = await store.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => new { d.FirstPublishedAt, d.LastPublishedAt, d.CurrentVersion }).SingleAsync());

        desk.Clock.Set(new DateOnly(2027, 2, 1), new TimeOnly(9, 0));
        // What was read is not what is public now.
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await CheckAsync(version: 2)).Kind);
        Assert.True((await CheckAsync()).IsDone);
        Assert.Equal(["ContentCheck.AlreadyToday"], Codes(await CheckAsync()));
        await coverage.WorkOffAsync();

        Assert.Equal(TimelinessStatus.OnTime, (await coverage.StatusAsync())["check:1"]);
        Assert.Equal(new DateOnly(2028, 2, 1), (await coverage.UnitsAsync()).Single(u => u.Key == "check:2").DueOn);
        Assert.Equal(published, await store.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => new { d.FirstPublishedAt, d.LastPublishedAt, d.CurrentVersion }).SingleAsync()));

        async Task<Outcome> CheckAsync(int version = 1)
        {
            var page = (await coverage.UnitsAsync()).Find(u => u.Kind == UnitKind.Standing)?.RecordId ?? Guid.Empty;
            return await coverage.UseAsync(db => coverage.Declarations(db).CheckAsync(new CheckContent(duty.Id, page, version, "", desk.Clerk)));
        }
    }

    [Theory, EveryEngine]
    public async Task Merger_InMidYear_LeavesWhatWasDueAndHandsOnWhatIsOpen(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "按季度公开", new DateOnly(2025, 10, 8));
        using var desk = coverage.Disclosures;
        var successor = TestData.CreateOrganisation();
        await store.AddAsync(successor);
        desk.Clock.Set(new DateOnly(2026, 5, 6), new TimeOnly(9, 0));
        var draft = await desk.DraftAsync(desk.GoodText("2026年第一季度救助资金情况") with { FormedOn = new DateOnly(2026, 4, 10), DocumentDate = new DateOnly(2026, 4, 10) });
        await coverage.WholeAsync();

        var merged = await coverage.UseAsync(db => new OrganisationMerger(db, desk.Clock.Business, new StaffAuthority(db))
            .MergeAsync(new MergeOrganisation(desk.Organisation.Id, desk.Organisation.Revision, successor.Id, null), CancellationToken.None));
        Assert.True(merged.IsDone);
        await coverage.WorkOffAsync();

        var units = (await coverage.UnitsAsync()).ToLookup(u => u.OrganisationId);
        // What had fallen due stays with the old name; the running quarter is the successor's.
        Assert.Equal(["period:2025-Q4", "period:2026-Q1"], units[desk.Organisation.Id].Select(u => u.Key));
        Assert.Equal(["period:2026-Q2"], units[successor.Id].Select(u => u.Key));
        Assert.Equal(successor.Id, await store.ReadAsync(db => db.Disclosures.Where(d => d.Id == draft).Select(d => d.OrganisationId).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task Merger_WithAnOpenRecord_TheSuccessorIsLateWithIt(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        var successor = TestData.CreateOrganisation();
        await store.AddAsync(successor);
        var draft = await desk.DraftAsync();
        var published = await desk.PublishedAsync();
        desk.Clock.Set(new DateOnly(2026, 4, 1), new TimeOnly(9, 0));
        await coverage.UseAsync(db => new OrganisationMerger(db, desk.Clock.Business, new StaffAuthority(db))
            .MergeAsync(new MergeOrganisation(desk.Organisation.Id, desk.Organisation.Revision, successor.Id, null), CancellationToken.None));
        await coverage.WorkOffAsync();

        var units = (await coverage.UnitsAsync()).ToLookup(u => u.OrganisationId);
        Assert.Equal([published], units[desk.Organisation.Id].Select(u => u.RecordId!.Value));
        Assert.Equal(draft, Assert.Single(units[successor.Id]).RecordId);
        Assert.Equal(TimelinessStatus.Overdue, StatusRule.Of(units[successor.Id].Single().Facts, desk.Clock.Today, desk.Clock.Today));
    }

    [Theory, EveryEngine]
    public async Task Item_Retired_LeavesEndedPeriodsAndDropsTheRunningOne(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "按季度公开", new DateOnly(2025, 10, 8));
        using var desk = coverage.Disclosures;
        await coverage.WholeAsync();
        Assert.Equal(["period:2025-Q4", "period:2026-Q1"], (await coverage.UnitsAsync()).Select(u => u.Key));

        await coverage.UseAsync(async db =>
        {
            (await db.Duties.SingleAsync(d => d.ItemCode == desk.ItemCode)).SetActive(false, desk.Clock.Today);
            return await db.SaveChangesAsync();
        });
        await coverage.WorkOffAsync();

        Assert.Equal((TimelinessStatus.Overdue, "period:2025-Q4"), Assert.Single(await coverage.StatusAsync()) is var (key, status) ? (status, key) : default);
    }

    [Theory, EveryEngine]
    public async Task Count_OvertakenByAnother_GivesWay(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        await desk.DraftAsync();
        await coverage.WorkOffAsync();
        await using var db = store.Open();
        var stale = await db.CoverageUnits.SingleAsync();
        await OvertakeAsync(store);

        db.Entry(stale).Property(u => u.MissingElements).CurrentValue = "文件全文";

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
    }

    [Theory, EveryEngine]
    public async Task Count_OvertakenBetweenReadingAndSaving_BeginsAgain(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        var id = await desk.DraftAsync();
        await using var db = store.Open();
        var saves = 0;
        db.SavingChanges += (_, _) =>
        {
            if (saves++ == 0) coverage.WholeAsync().GetAwaiter().GetResult();
        };

        await coverage.Refresh(db).RefreshAsync(desk.Organisation.Id, [desk.ItemCode]);

        Assert.Equal(id, Assert.Single(await coverage.UnitsAsync()).RecordId);
        Assert.True(saves > 1);
    }

    [Theory, EveryEngine]
    public async Task Count_OvertakenEveryTime_IsLeftToTheCaller(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        await desk.DraftAsync();
        await coverage.WorkOffAsync();
        desk.Clock.Set(new DateOnly(2026, 3, 24), new TimeOnly(9, 0));
        await store.ReadAsync(other => other.CoverageUnits.ExecuteUpdateAsync(u => u.SetProperty(x => x.MissingElements, "文件全文")));
        await using var db = store.Open();
        db.SavingChanges += (_, _) => OvertakeAsync(store).GetAwaiter().GetResult();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => coverage.Refresh(db).RefreshAsync(desk.Organisation.Id, [desk.ItemCode]));

        Assert.Empty(db.ChangeTracker.Entries());
    }

    [Theory, EveryEngine]
    public async Task CountWithinARequest_OvertakenOnce_BeginsAgain(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        await DisturbAsync(store, coverage);

        await TryWorkOffAsync(store, coverage, overtakenTimes: 1);

        Assert.Equal("", Assert.Single(await coverage.UnitsAsync()).MissingElements);
        Assert.Equal(0, await store.ReadAsync(db => db.CoverageMarks.CountAsync(m => m.RecordId != null)));
    }

    [Theory, EveryEngine]
    public async Task CountWithinARequest_OvertakenTwice_IsLeftToTheJob(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        await DisturbAsync(store, coverage);

        await TryWorkOffAsync(store, coverage, overtakenTimes: 2);

        Assert.Equal("文件全文", Assert.Single(await coverage.UnitsAsync()).MissingElements);
        Assert.Equal(1, await store.ReadAsync(db => db.CoverageMarks.CountAsync(m => m.RecordId != null)));
        await coverage.WorkOffAsync();
        Assert.Equal("", Assert.Single(await coverage.UnitsAsync()).MissingElements);
    }

    /// <summary>A counted draft whose unit says something wrong, with a mark that it must be counted anew.</summary>
    private static async Task DisturbAsync(TestStore store, CoverageDesk coverage)
    {
        var id = await coverage.Disclosures.DraftAsync();
        await coverage.WorkOffAsync();
        await store.ReadAsync(db => db.CoverageUnits.ExecuteUpdateAsync(u => u.SetProperty(x => x.MissingElements, "文件全文")));
        await store.AddAsync(new CoverageMark { Id = Guid.CreateVersion7(), RecordId = id });
    }

    private static async Task TryWorkOffAsync(TestStore store, CoverageDesk coverage, int overtakenTimes)
    {
        await using var db = store.Open();
        var saves = 0;
        db.SavingChanges += (_, _) =>
        {
            if (saves++ < overtakenTimes) OvertakeAsync(store).GetAwaiter().GetResult();
        };
        await new CoverageUpdates(db, coverage.Refresh(db)).TryWorkOffAsync();
        Assert.True(saves >= overtakenTimes);
    }

    /// <summary>Somebody else's count saves the same units.</summary>
    private static Task<int> OvertakeAsync(TestStore store) =>
        store.ReadAsync(other => other.CoverageUnits.ExecuteUpdateAsync(u => u.SetProperty(x => x.Revision, x => x.Revision + 1)));

    private static List<(string Key, DateOnly? StartsOn, DateOnly? DueOn, DateOnly? FulfilledOn, Guid? RecordId, string Missing)> Facts(List<CoverageUnit> units) =>
        [.. units.Select(u => (u.Key, u.StartsOn, u.DueOn, u.FulfilledOn, u.RecordId, u.MissingElements))];

    private static async Task<T> OnlyAsync<T>(CoverageDesk coverage, Func<CoverageUnit, T> read) => read(Assert.Single(await coverage.UnitsAsync()));

    private static IEnumerable<string> Codes(Outcome outcome) => outcome.Refusals.Select(r => r.Code);

    private static IEnumerable<string> Codes(OutcomeOf<Guid> outcome) => outcome.Refusals.Select(r => r.Code);
}
