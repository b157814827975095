using System.Globalization;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The matrix of a small world against what was counted by hand.</summary>
public sealed class CoverageWorldTests
{
    [Theory, EveryEngine]
    public async Task Matrix_OfTheWorld_IsTheOneCountedByHand(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await CoverageWorld.CreateAsync(store);
        await using var db = store.Open();

        var matrix = await Queries(db, desk.Clock).MatrixAsync(new CoverageFilter());

        Assert.Equal(Rows(CoverageWorld.Expected), Rows(matrix));
        Assert.All(Enum.GetValues<TimelinessStatus>(), status => Assert.True(matrix.Total.Of(status) > 0, status.ToString()));
    }

    [Theory, EveryEngine]
    public async Task Matrix_Narrowed_ShowsOnlyWhatWasAskedFor(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await CoverageWorld.CreateAsync(store);
        await using var db = store.Open();
        var queries = Queries(db, desk.Clock);

        var towns = await queries.MatrixAsync(new CoverageFilter { Kind = OrganisationKind.Township });
        var level = await queries.MatrixAsync(new CoverageFilter { Level = GovernmentLevels.Township });
        var decision = await queries.MatrixAsync(new CoverageFilter { Aspect = DisclosureAspects.Decision });
        var quarter = await queries.MatrixAsync(new CoverageFilter { Span = new CoverageSpan(new ReportingPeriod(RecurrencePeriod.Quarter, new DateOnly(2026, 7, 1)), false) });
        var rated = await queries.MatrixAsync(new CoverageFilter { WithUnrated = false });

        Assert.Equal(["木乐镇", "社步镇"], towns.Organisations.Select(o => o.Name));
        Assert.Equal(towns.Total, level.Total);
        Assert.Equal(["社会救助", "义务教育", "食品药品监管"], decision.Domains.Select(d => d.Name));
        // In the third quarter the relief money of the second and the pension subsidy (due on 29 September) fell due.
        Assert.Equal(new CoverageShare(OnTime: 2, Late: 1, Incomplete: 1), quarter.Total);
        Assert.DoesNotContain(rated.Domains, d => d.Name == "公共法律服务");
    }

    [Theory, EveryEngine]
    public async Task Late_OfTheTown_IsToldInTheUnitOfTheLimit(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await CoverageWorld.CreateAsync(store);
        await using var db = store.Open();
        var lists = new CoverageLists(db, Queries(db, desk.Clock), desk.Clock.Business, new CalendarStore(db));

        var late = await lists.ListAsync(new CoverageFilter { Status = TimelinessStatus.Late }, 1, 10);
        var overdue = await lists.ListAsync(new CoverageFilter { Status = TimelinessStatus.Overdue }, 1, 10);

        Assert.Equal((new Lateness(4, LimitUnit.WorkingDay, 0), "2026年第2季度"), (Assert.Single(late.Rows).Lateness!, late.Rows[0].PeriodName));
        // The draft of the budget: 20 natural days ended on a holiday, so the lateness is in days too.
        var budget = Assert.Single(overdue.Rows, r => r.OrganisationName == "财政局");
        Assert.Equal((new DateOnly(2026, 6, 22), new Lateness(133, LimitUnit.Day, 0)), (budget.Unit.DueOn!.Value, budget.Lateness));
        Assert.Equal([true, false], overdue.Rows.Where(r => r.DomainName == "义务教育").OrderBy(r => r.OrganisationName == "社步镇").Select(r => r.Unit.IsNeverPublished));
    }

    private static CoverageQueries Queries(Core.Data.DisclosureDb db, TestClock clock) => new(db, clock.Business, new CalendarStore(db), Options.Create(new CoverageOptions()));

    private static List<string> Rows(string table) =>
        [.. table.Split('\n').Skip(1).Select(line => string.Join('|', line.Split('|').Select(cell => cell.Trim()))).Where(line => line.Length > 0)];

    private static List<string> Rows(CoverageMatrix matrix) =>
    [
        .. matrix.Domains.SelectMany(d => matrix.Organisations.Where(o => matrix.Of(d.Id, o.Id) is not null).Select(o => Row(d.Name, o.Name, matrix.Of(d.Id, o.Id)!))),
        Row("合计", "全市", matrix.Total),
    ];

    private static string Row(string domain, string organisation, CoverageShare share) => string.Join('|', new object[]
    {
        domain, organisation, share.BasisPoints is { } points ? (points / 100m).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "—",
        share.NotApplicable, share.NothingThisPeriod, share.OnTime, share.Late, share.Overdue, share.DueSoon, share.NotDue, share.Unrated, share.Incomplete,
    });
}
