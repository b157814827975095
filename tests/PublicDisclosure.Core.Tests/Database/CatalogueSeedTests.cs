using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class CatalogueSeedTests
{
    private static readonly TestClock Clock = new();

    [Theory, EveryEngine]
    public async Task Run_NewDatabase_EntersDomainsRulesAndADraftNobodyHasConfirmed(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await SeedReferenceAsync(store);

        Assert.Equal(29, await store.ReadAsync(db => db.Domains.CountAsync()));
        Assert.Equal(0, await store.ReadAsync(db => db.Domains.CountAsync(d => d.LeadOrganisationId == null)));
        var edition = await store.ReadAsync(db => db.Editions.SingleAsync());
        Assert.Equal((EditionStatus.Draft, "桂平市基层政务公开标准目录（2026年版）"), (edition.Status, edition.Name));
        var items = await store.ReadAsync(db => db.Items.ToListAsync());
        Assert.Equal(552, items.Count);
        Assert.Equal(552, items.Select(i => i.Code).Distinct().Count());
        Assert.Equal(
            (174, 66, 312),
            (items.Count(i => i.Provenance == ItemProvenance.OriginalPage), items.Count(i => i.Provenance == ItemProvenance.Mirror), items.Count(i => i.Provenance == ItemProvenance.GeneralKnowledge)));
        Assert.All(items, i => Assert.True(i.NeedsChecking));
        Assert.Equal(0, await store.ReadAsync(db => db.Duties.CountAsync()));
        var civil = await store.ReadAsync(db => db.Domains.SingleAsync(d => d.Name == "社会救助"));
        Assert.Equal(("05", "social-assistance", "民办函〔2019〕52号"), (civil.Code, civil.Slug, civil.GuidelineNumber));
    }

    [Theory, EveryEngine]
    public async Task Run_Again_ChangesNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await SeedReferenceAsync(store);
        await SeedDemoAsync(store);

        Assert.Equal(0, await SeedReferenceAsync(store) + await SeedDemoAsync(store));

        Assert.Equal(552, await store.ReadAsync(db => db.Items.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task RunDemo_SeededDraft_ConfirmsOriginalPagesAndWhatRecursAndPutsItInForceWithDuties(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await SeedReferenceAsync(store);
        await SeedDemoAsync(store);

        var edition = await store.ReadAsync(db => db.Editions.SingleAsync());
        Assert.Equal((EditionStatus.InForce, DemoCatalogueSeed.InForceOn), (edition.Status, edition.InForceOn));
        var items = await store.ReadAsync(db => db.Items.ToListAsync());
        Assert.Equal(176, items.Count(i => i.Confirmation == ItemConfirmation.Confirmed));
        Assert.All(items, i => Assert.Equal(DemoCatalogueSeed.IsAnsweredFor(i), !i.NeedsChecking));
        // Two rows recur; everything else that is confirmed was seen on a government's own page.
        Assert.Equal(2, items.Count(i => !i.NeedsChecking && i.Provenance != ItemProvenance.OriginalPage));
        var steward = await store.ReadAsync(db => db.Users.Where(u => u.UserName == "steward").Select(u => u.Id).SingleAsync());
        Assert.All(items.Where(i => !i.NeedsChecking), i => Assert.Equal(steward, i.ConfirmedBy));
        var township = await store.ReadAsync(db => db.Organisations.SingleAsync(o => o.Slug == "450881101"));
        Assert.InRange(await store.ReadAsync(db => db.Duties.CountAsync(d => d.OrganisationId == township.Id)), 80, 200);
        Assert.Equal(0, await store.ReadAsync(db => db.Organisations.CountAsync(o =>
            o.Kind == OrganisationKind.Township && db.Duties.Count(d => d.OrganisationId == o.Id) == 0)));
    }

    [Theory, EveryEngine]
    public async Task RunDemo_WithoutDemoAccounts_RefusesToConfirmInNobodysName(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await SeedReferenceAsync(store);
        await using var db = store.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => new DemoCatalogueSeed(db, Clock.Business, new DutyRebuild(db)).RunAsync(default));

        Assert.Equal(EditionStatus.Draft, (await store.ReadAsync(d => d.Editions.SingleAsync())).Status);
    }

    [Theory, EveryEngine]
    public async Task RunCalendar_NoticeWasCorrected_StaysCorrectedAndNothingIsSignedOff(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await InAsync(store, db => new CalendarSeed(db, Clock.Business).RunAsync(default));
        await InAsync(store, async db =>
        {
            (await db.HolidayNotices.Include(n => n.Days).SingleAsync(n => n.Year == 2026)).ReplaceDays([new(new DateOnly(2026, 1, 1), Core.Time.CalendarDayKind.Holiday, "更正")]);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(0, await InAsync(store, db => new CalendarSeed(db, Clock.Business).RunAsync(default)));

        Assert.Equal("更正", await store.ReadAsync(db => db.HolidayNotices.Where(n => n.Year == 2026).SelectMany(n => n.Days).Select(d => d.Name).SingleAsync()));
        Assert.Equal((10, 0), await store.ReadAsync(async db => (await db.HolidayNotices.CountAsync(), await db.HolidayNotices.CountAsync(n => n.SignedOffAt != null))));
        await using var read = store.Open();
        Assert.False((await new Core.Time.CalendarStore(read).GetAsync()).Knows(2026));
    }

    [Fact]
    public async Task RunDemoCalendar_ShippedNotices_AreSignedAfterTheyWereIssued()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await InAsync(store, db => new CalendarSeed(db, Clock.Business).RunAsync(default));
        var office = TestData.CreateStaffUser(DemoCalendarSeed.OfficeName);
        office.IsDemo = true;
        await store.AddAsync(office);

        await InAsync(store, db => new DemoCalendarSeed(db, Clock.Business).RunAsync(default));

        var notices = await store.ReadAsync(db => db.HolidayNotices.ToListAsync());
        Assert.Equal(10, notices.Count);
        Assert.All(notices, n => Assert.True(Core.Time.BusinessClock.BeijingDate(n.SignedOffAt!.Value) > n.IssuedOn, $"{n.Title}: {n.SignedOffAt}"));
    }

    private static async Task<int> SeedReferenceAsync(TestStore store) =>
        await InAsync(store, db => new OrganisationSeed(db, Clock.Business).RunAsync(default))
        + await InAsync(store, db => new CalendarSeed(db, Clock.Business).RunAsync(default))
        + await InAsync(store, db => new CatalogueSeed(db, Clock.Business).RunAsync(default));

    private static async Task<int> SeedDemoAsync(TestStore store)
    {
        if (!await store.ReadAsync(db => db.Users.AnyAsync(u => u.UserName == "steward")))
        {
            var user = TestData.CreateStaffUser("steward");
            user.IsDemo = true;
            await store.AddAsync(user);
        }

        return await InAsync(store, db => new DemoCatalogueSeed(db, Clock.Business, new DutyRebuild(db)).RunAsync(default));
    }

    private static async Task<int> InAsync(TestStore store, Func<DisclosureDb, Task<int>> act)
    {
        await using var db = store.Open();
        return await act(db);
    }
}
