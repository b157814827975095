using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What the desk for duties shows, as people work on it.</summary>
public sealed class DutyListsTests
{
    [Theory, EveryEngine]
    public async Task Desk_OfAQuarterlyItem_FollowsDeclarationDraftAndPublication(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "按季度公开", new DateOnly(2025, 8, 1));
        using var desk = coverage.Disclosures;
        var mine = new OrganisationScope([desk.Organisation.Id]);
        await coverage.WholeAsync();
        // The third and fourth quarter of 2025 are missing, the first of 2026 runs.
        Assert.Equal((2, 0, 2, 0, 0, 1), Numbers(await CountsAsync()));
        var overdue = await PageAsync(DutyView.Overdue);
        Assert.Equal(["2025-Q3", "2025-Q4"], overdue.Lines.Select(l => l.Unit.Unit.Period));
        Assert.Equal((null, null, false), (overdue.Lines[0].Record, overdue.Lines[0].Due, overdue.Lines[0].IsPosting));
        Assert.NotNull(overdue.Lines[0].Unit.Lateness);
        Assert.Equal("2025-Q3", Assert.Single((await PageAsync(DutyView.NeverPublished)).Lines).Unit.Unit.Period);

        var duty = await coverage.DutyAsync();
        var declared = await coverage.UseAsync(db => coverage.Declarations(db).DeclareAsync(new DeclareNothing(duty.Id, "2025-Q3", "没有新增。", desk.Clerk)));
        await coverage.WorkOffAsync();
        // It waits for another person and is still missing, but nobody has to declare it again.
        Assert.Equal((2, 0, 1, 0, 0, 1), Numbers(await CountsAsync()));
        Assert.Equal(declared.Value, Assert.Single(await WaitingAsync(desk.Reviewer)));
        Assert.Empty(await WaitingAsync(desk.Clerk));
        Assert.Empty(await coverage.UseAsync(db => coverage.ZeroReports(db).WaitingFor(new OrganisationScope([Guid.NewGuid()]), desk.Reviewer).ToListAsync()));

        Assert.True((await coverage.UseAsync(db => coverage.Declarations(db).DecideAsync(new DecideZeroReport(declared.Value, 0, true, "", desk.Reviewer)))).IsDone);
        var draft = await desk.DraftAsync(desk.GoodText($"{desk.Organisation.Name}{ReportingPeriod.Parse("2025-Q4")!.TitleWords}救助资金情况"));
        await coverage.WorkOffAsync();
        Assert.Equal((1, 0, 0, 0, 0, 1), Numbers(await CountsAsync()));
        Assert.Equal((draft, DisclosureState.Draft), Assert.Single((await PageAsync(DutyView.Overdue)).Lines).Record is { } r ? (r.Id, r.State) : default);

        await desk.ReviewedAsync(draft);
        Assert.True((await desk.PublishAsync(draft)).IsDone);
        await coverage.WorkOffAsync();
        Assert.Equal((0, 0, 0, 0, 0, 0), Numbers(await CountsAsync()));
        Assert.Equal(0, (await coverage.UseAsync(db => coverage.Duties(db).CountsAsync(new OrganisationScope([Guid.NewGuid()]), null))).Of.Values.Sum());

        Task<DutyCounts> CountsAsync() => coverage.UseAsync(db => coverage.Duties(db).CountsAsync(mine, null));

        Task<DutyPage> PageAsync(DutyView view) => coverage.UseAsync(db => coverage.Duties(db).PageAsync(mine, desk.Organisation.Id, view, 1));

        Task<List<Guid>> WaitingAsync(Guid person) => coverage.UseAsync(db => coverage.ZeroReports(db).WaitingFor(mine, person).Select(z => z.Id).ToListAsync());
    }

    [Theory, EveryEngine]
    public async Task Desk_OfARecord_ShowsTheDateOfTheDraftAndWhatItLacks(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内", elements: "文件全文；资金总额");
        using var desk = coverage.Disclosures;
        var id = await desk.DraftAsync();
        await coverage.WorkOffAsync();
        desk.Clock.Set(new DateOnly(2026, 3, 24), new TimeOnly(9, 0));

        var line = Assert.Single((await PageAsync(DutyView.DueSoon)).Lines);
        Assert.Equal((new DateOnly(2026, 3, 30), desk.ItemCode, id), (line.Due!.DueOn, line.Due.ItemCode, line.Record!.Id));
        Assert.Empty(line.Estimates);
        Assert.Empty((await PageAsync(DutyView.Incomplete)).Lines);

        await desk.ReviewedAsync(id);
        Assert.True((await desk.PublishAsync(id)).IsDone);
        await coverage.WorkOffAsync();
        Assert.Empty((await PageAsync(DutyView.DueSoon)).Lines);
        Assert.Equal(["资金总额"], Assert.Single((await PageAsync(DutyView.Incomplete)).Lines).Unit.MissingElements);

        Task<DutyPage> PageAsync(DutyView view) => coverage.UseAsync(db => coverage.Duties(db).PageAsync(OrganisationScope.WholeCity, null, view, 9));
    }

    [Theory, EveryEngine]
    public async Task Check_DueOnTheDesk_ShowsThePageAndThePublicItsDate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "长期公开");
        using var desk = coverage.Disclosures;
        await coverage.WholeAsync();
        var duty = await coverage.DutyAsync();
        Assert.Equal((null, null), await SheetAsync() is { } none ? (none.Page, none.Next) : default);
        var id = await desk.PublishedAsync();
        await coverage.WorkOffAsync();
        Assert.Null(await coverage.UseAsync(db => coverage.Checks(db).LastOfAsync(id)));
        desk.Clock.Set(new DateOnly(2027, 2, 26), new TimeOnly(9, 0));

        var line = Assert.Single((await coverage.UseAsync(db => coverage.Duties(db).PageAsync(OrganisationScope.WholeCity, null, DutyView.ToCheck, 1))).Lines);
        Assert.Equal((UnitKind.Check, new DateOnly(2027, 3, 2)), (line.Unit.Unit.Kind, line.Unit.Unit.DueOn!.Value));
        // Nobody has signed the notice of 2027 off.
        Assert.Contains(line.Estimates, e => e.Year == 2027);
        var sheet = (await SheetAsync())!;
        Assert.Equal((id, 1, line.Unit.Unit.Id), (sheet.Page!.Id, sheet.Page.Version, sheet.Next!.Unit.Unit.Id));

        Assert.True((await coverage.UseAsync(db => coverage.Declarations(db).CheckAsync(new CheckContent(duty.Id, id, 1, "与文件一致", desk.Clerk)))).IsDone);
        await coverage.WorkOffAsync();

        Assert.Equal(new PublicCheck(desk.Clock.Today, desk.Organisation.Name, 1), await coverage.UseAsync(db => coverage.Checks(db).LastOfAsync(id)));
        Assert.Equal((desk.Clock.Today, StaffNames.Gone, 1, "与文件一致"), Assert.Single((await SheetAsync())!.Past) is var p ? (p.On, p.By, p.VersionNumber, p.Remark) : default);

        Task<CheckSheet?> SheetAsync() => coverage.UseAsync<CheckSheet?>(async db => await coverage.Checks(db).SheetAsync(duty));
    }

    [Theory, EveryEngine]
    public async Task Moves_OfPeriods_StandOnTheDeskForAWhile(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "按季度公开", new DateOnly(2026, 1, 1));
        using var desk = coverage.Disclosures;
        await coverage.WholeAsync();
        var unit = Assert.Single(await coverage.UnitsAsync());
        await store.ReadAsync(async db =>
        {
            db.Add(new UnitDueMove
            {
                Id = Guid.NewGuid(),
                UnitId = unit.Id,
                OrganisationId = unit.OrganisationId,
                From = unit.DueOn!.Value.AddDays(-1),
                To = unit.DueOn.Value,
                At = desk.Clock.Now,
            });
            return await db.SaveChangesAsync();
        });

        var (move, line) = Assert.Single(await MovesAsync());
        Assert.Equal((unit.DueOn, "2026年第1季度"), (move.To, line.PeriodName));
        desk.Clock.Advance(TimeSpan.FromDays(DutyLists.MovesStandDays + 1));
        Assert.Empty(await MovesAsync());

        Task<IReadOnlyList<(UnitDueMove Move, UnitLine Unit)>> MovesAsync() => coverage.UseAsync(db => coverage.Duties(db).MovesAsync(new OrganisationScope([desk.Organisation.Id])));
    }

    [Theory, EveryEngine]
    public async Task Ranking_OverTheCity_RepeatsTheMatrixAndNamesTheWorst(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var coverage = await CoverageDesk.CreateAsync(store, "20个工作日内");
        using var desk = coverage.Disclosures;
        await desk.PublishedAsync();
        var late = await desk.DraftAsync();
        await coverage.WorkOffAsync();
        desk.Clock.Set(new DateOnly(2026, 4, 3), new TimeOnly(9, 0));

        foreach (var order in Enum.GetValues<RankingOrder>())
        {
            var (ranking, matrix) = await coverage.UseAsync(async db => (await coverage.Ranking(db).ReadAsync(new CoverageFilter(), order), await coverage.Queries(db).MatrixAsync(new CoverageFilter())));
            Assert.Equal(matrix.Total, ranking.Total);
            var row = Assert.Single(ranking.Rows);
            Assert.Equal((1, matrix.OfOrganisation(desk.Organisation.Id), new DateOnly(2026, 3, 30), new Lateness(4, LimitUnit.WorkingDay, 0)), (row.Place, row.Share, row.Since, row.Longest));
            Assert.Equal(late, Assert.Single(ranking.Worst).Unit.RecordId);
        }
    }

    private static (int Overdue, int DueSoon, int ToDeclare, int ToCheck, int Incomplete, int Never) Numbers(DutyCounts c) =>
        (c[DutyView.Overdue], c[DutyView.DueSoon], c[DutyView.ToDeclare], c[DutyView.ToCheck], c[DutyView.Incomplete], c[DutyView.NeverPublished]);
}
