using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Coverage on a test database, around the one organisation and item of a <see cref="DisclosureDesk"/>.</summary>
internal sealed class CoverageDesk(TestStore store, DisclosureDesk desk) : IServiceScopeFactory, IServiceScope, IServiceProvider
{
    private readonly List<DisclosureDb> _open = [];

    public CoverageOptions Options { get; } = new();

    public DisclosureDesk Disclosures => desk;

    /// <summary>A desk whose item has this time limit, is confirmed, followed from a day, with the notices of 2025 and 2026 signed off.</summary>
    public static async Task<CoverageDesk> CreateAsync(TestStore store, string limit, DateOnly? trackedFrom = null, bool confirmed = true, string elements = "文件全文")
    {
        var desk = await DisclosureDesk.CreateAsync(store);
        await using var db = store.Open();
        var government = TestData.CreateOrganisation(kind: OrganisationKind.Government);
        db.Add(government);
        var item = await db.Items.SingleAsync(i => i.Code == desk.ItemCode);
        item.Edit("1", item.Text with { TimeLimit = limit, Elements = elements }, GovernmentLevels.County, DisclosureMode.Active);
        item.ClassifyAspects(DisclosureAspects.Decision, confirmed: true);
        if (confirmed) item.Confirm(desk.Clock.Now, desk.Reviewer);
        var from = trackedFrom ?? desk.Clock.Today;
        await db.Duties.ExecuteUpdateAsync(u => u.SetProperty(d => d.TrackedFrom, from));
        await db.Editions.ExecuteUpdateAsync(u => u.SetProperty(e => e.InForceOn, from));
        if (!await db.HolidayNotices.AnyAsync())
        {
            foreach (var notice in CalendarSeed.Notices(desk.Clock.Now).Where(n => n.Year is 2025 or 2026))
            {
                notice.SignOff(desk.Clock.Now, desk.Reviewer);
                db.Add(notice);
            }
        }

        await db.SaveChangesAsync();
        return new CoverageDesk(store, desk);
    }

    public async Task<T> UseAsync<T>(Func<DisclosureDb, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(db);
    }

    public CoverageRefresh Refresh(DisclosureDb db)
    {
        var (calendars, limits) = (new CalendarStore(db), new LimitBook(db));
        return new CoverageRefresh(db, desk.Clock.Business, calendars, new DutyBook(db, limits, Wrapped), new RecordBook(db, new DueDates(db, calendars, limits)));
    }

    public Task<int> WorkOffAsync() => UseAsync(db => new CoverageUpdates(db, Refresh(db)).WorkOffAsync());

    public Task<int> WholeAsync() => new RefreshCoverage(this, desk.Clock.Business, NullLogger<RefreshCoverage>.Instance).CountWholeAsync(CancellationToken.None);

    public CoverageQueries Queries(DisclosureDb db) => new(db, desk.Clock.Business, new CalendarStore(db), Wrapped);

    public CoverageLists Lists(DisclosureDb db) => new(db, Queries(db), desk.Clock.Business, new CalendarStore(db));

    public DutyLists Duties(DisclosureDb db) => new(db, Queries(db), Lists(db), new CalendarStore(db), desk.Clock.Business);

    public ZeroReportQueries ZeroReports(DisclosureDb db) => new(db, Lists(db), Duties(db));

    public ContentCheckReader Checks(DisclosureDb db) => new(db, Lists(db), Duties(db));

    public CoverageRanking Ranking(DisclosureDb db) => new(Queries(db), Lists(db), new CalendarStore(db), desk.Clock.Business);

    public DutyDesk Declarations(DisclosureDb db) => new(db, desk.Clock.Business);

    public Task<List<CoverageUnit>> UnitsAsync() => UseAsync(db => db.CoverageUnits.AsNoTracking().Where(u => u.ItemCode == desk.ItemCode).OrderBy(u => u.Key).ToListAsync());

    public Task<Duty> DutyAsync() => UseAsync(db => db.Duties.AsNoTracking().SingleAsync(d => d.ItemCode == desk.ItemCode));

    /// <summary>Every unit's status today, by key.</summary>
    public async Task<Dictionary<string, TimelinessStatus>> StatusAsync() => await UseAsync(async db =>
    {
        var soon = await Queries(db).SoonUntilAsync();
        return (await UnitsAsync()).ToDictionary(u => u.Key, u => StatusRule.Of(u.Facts, desk.Clock.Today, soon));
    });

    private IOptions<CoverageOptions> Wrapped => Microsoft.Extensions.Options.Options.Create(Options);

    IServiceScope IServiceScopeFactory.CreateScope() => this;

    IServiceProvider IServiceScope.ServiceProvider => this;

    object? IServiceProvider.GetService(Type type)
    {
        var db = store.Open();
        _open.Add(db);
        return type == typeof(DisclosureDb) ? db : type == typeof(CoverageRefresh) ? Refresh(db)
            : type == typeof(CoverageUpdates) ? new CoverageUpdates(db, Refresh(db)) : type == typeof(CoverageSnapshots) ? new CoverageSnapshots(db, desk.Clock.Business)
            : throw new InvalidOperationException(type.Name);
    }

    public void Dispose()
    {
        foreach (var db in _open) db.Dispose();
        _open.Clear();
    }
}
