using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.OpenData;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What machines read, on every engine.</summary>
public sealed class OpenDataTests
{
    [Theory, EveryEngine]
    public async Task Catalogue_PageByPage_GivesEveryRowOnce(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await AddCityEditionAsync(store, desk, copies: 5);
        await using var db = store.Open();
        var open = Catalogue(db, desk);

        var items = await WalkAsync(after => open.ItemsAsync(new OpenCatalogueFilter(), after, 2, default), OpenCatalogue.Items, OpenCatalogue.ItemKey);
        var organisations = await WalkAsync(after => open.OrganisationsAsync(after, 1, default), OpenCatalogue.Organisations, OpenCatalogue.OrganisationKey);
        var duties = await WalkAsync(after => open.DutiesAsync(new OpenCatalogueFilter(), after, 1, default), OpenCatalogue.Duties, OpenCatalogue.DutyKey);

        Assert.Equal(5, items.Select(i => i.Item.Code).Distinct().Count());
        Assert.Equal(5, items.Count);
        Assert.Equal(await db.Organisations.OrderBy(o => o.SortOrder).ThenBy(o => o.Slug).Select(o => o.Slug).ToListAsync(), organisations.Select(o => o.Slug));
        Assert.Equal(await db.Duties.CountAsync(d => d.IsActive), duties.Select(d => d.Id).Distinct().Count());
        Assert.NotEmpty(await open.DomainsAsync(default));
        Assert.Null(await open.OrganisationAsync("nobody", default));
        Assert.Equal(desk.Organisation.Name, (await open.OrganisationAsync(desk.Organisation.Slug, default))!.Name);
    }

    [Theory, EveryEngine]
    public async Task Catalogue_EveryFilter_NarrowsItemsAndDuties(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await AddCityEditionAsync(store, desk, copies: 1);
        await using var db = store.Open();
        var open = Catalogue(db, desk);
        var domain = await db.Domains.Select(d => d.Id).FirstAsync();
        var aspect = (await db.Items.AsNoTracking().FirstAsync()).Aspects.Members().First();
        var other = DisclosureAspectSet.All.First(a => a != aspect && !db.Items.AsEnumerable().Any(i => i.Aspects.HasFlag(a)));

        Assert.NotEmpty((await open.ItemsAsync(new OpenCatalogueFilter(DomainId: domain, ItemCode: desk.ItemCode, Aspect: aspect), null, 9, default)).Rows);
        Assert.Empty((await open.ItemsAsync(new OpenCatalogueFilter(Aspect: other), null, 9, default)).Rows);
        Assert.Empty((await open.ItemsAsync(new OpenCatalogueFilter(OrganisationId: Guid.NewGuid()), null, 9, default)).Rows);
        Assert.Empty((await open.DutiesAsync(new OpenCatalogueFilter(Guid.NewGuid(), domain, desk.ItemCode, aspect), null, 9, default)).Rows);
    }

    [Theory, EveryEngine]
    public async Task ClosedSince_EveryWayToClose_IsSeenFromItsTimeOn(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var list = await desk.PublishedAsync(desk.GoodText("关于2026年救助对象名单的公示") with
        {
            Genre = DisclosureGenre.NameList,
            Kind = DocumentKind.Other,
            DisplayUntil = desk.Clock.Today.AddDays(20),
            ObjectionContact = "社会救助股",
        });
        var withdrawn = await desk.PublishedAsync(desk.GoodText("关于撤回的工作的通知"));
        var suspended = await desk.PublishedAsync(desk.GoodText("关于暂停的工作的通知"));
        var kept = await desk.PublishedAsync(desk.GoodText("关于继续的工作的通知"));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var start = desk.Clock.Now;
        Assert.False(await ClosedAsync(start));

        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.WithdrawAsync(withdrawn, WithdrawalReason.Error);
        Assert.True(await ClosedAsync(start));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await ClosedAsync(desk.Clock.Now));
        var second = desk.Clock.Now;
        await desk.SuspendAsync(suspended);
        Assert.True(await ClosedAsync(second));
        desk.Clock.Advance(TimeSpan.FromDays(20));
        var third = desk.Clock.Now;
        Assert.False(await ClosedAsync(third));
        // Its last day ends at midnight, whether or not the job that ends displays has run.
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await ClosedAsync(third));

        await using var db = store.Open();
        var removed = await WalkAsync(after => Open(db, desk).RemovalsAsync(null, after, 1, default), OpenDisclosures.Removals, OpenDisclosures.RemovalKey);
        Assert.Equal(new[] { list, withdrawn, suspended }.Order(), removed.Select(r => r.Id).Order());
        Assert.Equal([list], (await Open(db, desk).RemovalsAsync(third, null, 9, default)).Rows.Select(r => r.Id));
        Assert.Equal([kept], (await Open(db, desk).PageAsync(new DisclosureFilter(), OpenDisclosures.List, null, 9, default)).Rows.Select(r => r.Id));
        Assert.Equal([kept], (await Open(db, desk).PageAsync(new DisclosureFilter { ChangedSince = start.AddDays(-2) }, OpenDisclosures.List, null, 9, default)).Rows.Select(r => r.Id));
        Assert.Empty((await Open(db, desk).PageAsync(new DisclosureFilter { ChangedSince = third, ItemCode = desk.ItemCode }, OpenDisclosures.List, null, 9, default)).Rows);

        async Task<bool> ClosedAsync(DateTime at)
        {
            await using var own = store.Open();
            return await Open(own, desk).AnyClosedSinceAsync(at, default);
        }
    }

    private static OpenDisclosures Open(DisclosureDb db, DisclosureDesk desk) =>
        new(db, new DisclosureList(db, desk.Clock.Business), new DisclosureReader(db, desk.Clock.Business), desk.Clock.Business);

    private static OpenCatalogue Catalogue(DisclosureDb db, DisclosureDesk desk)
    {
        var calendars = new CalendarStore(db);
        return new OpenCatalogue(db, new CoverageLists(db, new CoverageQueries(db, desk.Clock.Business, calendars, Options.Create(new CoverageOptions())), desk.Clock.Business, calendars));
    }

    /// <summary>Every row, with each cursor sent as a word and read again.</summary>
    private static async Task<List<T>> WalkAsync<T>(Func<OpenCursor?, Task<OpenPage<T>>> read, string list, int parts)
    {
        var rows = new List<T>();
        OpenCursor? after = null;
        for (var pages = 0; pages < 100; pages++)
        {
            var page = await read(after);
            rows.AddRange(page.Rows);
            if (page.Next is null) return rows;
            after = OpenCursor.Read(page.Next.ToString(), list, parts);
            Assert.NotNull(after);
            Assert.Null(OpenCursor.Read(page.Next.ToString(), "another", parts));
        }

        throw new InvalidOperationException("The list has no end.");
    }

    private static async Task AddCityEditionAsync(TestStore store, DisclosureDesk desk, int copies)
    {
        var item = await store.ReadAsync(db => db.Items.FirstAsync());
        var city = TestData.CreateOrganisation("szf", "桂平市人民政府", OrganisationKind.Government);
        var edition = CatalogueEdition.Draft(Guid.NewGuid(), city.Id, "标准目录（2026年版）", 2026, null, desk.Clock.Now, null);
        edition.Add(item.CopyTo(Guid.NewGuid(), edition.Id, ItemAdoption.Applies));
        for (var i = 1; i < copies; i++)
            edition.Add(StandardItem.Create(Guid.NewGuid(), edition.Id, item.DomainId, $"05-COPY{i}", $"{i}", i / 2, item.Text, item.Levels, item.Mode, ItemProvenance.Entered));
        edition.PutInForce(desk.Clock.Today);
        await store.AddAsync(city, edition);
    }
}
