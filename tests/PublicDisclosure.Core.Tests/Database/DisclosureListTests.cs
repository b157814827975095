using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The public lists and the search, on every engine.</summary>
public sealed class DisclosureListTests
{
    [Theory, EveryEngine]
    public async Task Read_DomainWithEachFacet_GivesWhatTheListingGives(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var plan = await desk.PublishedAsync(desk.GoodText() with
        {
            Genre = DisclosureGenre.Plan,
            PlainSummary = "说明。",
            EffectiveOn = desk.Clock.Today,
            ExpiresOn = desk.Clock.Today.AddYears(1),
        });
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var other = await desk.PublishedAsync();
        var domain = await store.ReadAsync(db => Task.FromResult(db.ListingDomains.First().DomainId));

        async Task<Guid[]> Ids(DisclosureFilter filter) => [.. (await ListAsync(filter with { DomainId = domain })).Rows.Select(r => r.Id)];
        async Task<Page<ListedDisclosure>> ListAsync(DisclosureFilter filter)
        {
            await using var db = store.Open();
            return await new DisclosureList(db, desk.Clock.Business).ReadAsync(filter, null, null, default);
        }

        Assert.Equal([other, plan], await Ids(new DisclosureFilter()));
        Assert.Equal([plan], await Ids(new DisclosureFilter { Genre = DisclosureGenre.Plan }));
        Assert.Equal([plan], await Ids(new DisclosureFilter { Validity = Validity.InForce }));
        Assert.Empty(await Ids(new DisclosureFilter { Validity = Validity.Expired }));
        Assert.Equal([other, plan], await Ids(new DisclosureFilter { OrganisationId = desk.Organisation.Id, Year = desk.Clock.Today.Year, Aspect = Core.Catalogue.DisclosureAspects.Decision }));
        Assert.Empty(await Ids(new DisclosureFilter { Year = desk.Clock.Today.Year - 1 }));
        Assert.Empty(await Ids(new DisclosureFilter { OrganisationId = Guid.NewGuid() }));
    }

    [Theory, EveryEngine]
    public async Task Near_OnDaysBeforeAndAfterADisplayIsOver_GivesWhatTheListOfTheItemGives(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var ids = new List<Guid>();
        for (var i = 0; i <= DisclosureList.MostNear; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            ids.Insert(0, await desk.PublishedAsync());
        }

        var until = desk.Clock.Today.AddDays(3);
        await store.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == ids[1]).ExecuteUpdateAsync(set => set.SetProperty(l => l.DisplayUntil, until)));
        var code = await store.ReadAsync(db => db.ListingItems.Select(i => i.ItemCode).FirstAsync());

        Assert.Equal(ids[..^1], await NearAsync());
        desk.Clock.Advance(TimeSpan.FromDays(4));
        // What the question was asked with the first time must not stay in it.
        Assert.Equal([ids[0], .. ids[2..]], await NearAsync());

        async Task<List<Guid>> NearAsync()
        {
            await using var db = store.Open();
            var list = new DisclosureList(db, desk.Clock.Business);
            var near = await list.NearAsync(code, desk.Organisation.Id, default);
            var listed = await list.ReadAsync(new DisclosureFilter { ItemCode = code, OrganisationId = desk.Organisation.Id }, null, null, default, DisclosureList.MostNear);
            Assert.Equal(listed.Rows, near);
            Assert.Empty(await list.NearAsync(code, Guid.NewGuid(), default));
            return [.. near.Select(r => r.Id)];
        }
    }

    [Theory, EveryEngine]
    public async Task ReadNewest_AndItsParts_SayWhatTheSingleQuestionsSay(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (first, second) = (await desk.PublishedAsync(), await desk.PublishedAsync());
        var addresses = await store.ReadAsync(db => db.Disclosures.ToDictionaryAsync(d => d.Id, d => d.Address!));

        foreach (var id in new[] { first, second, first })
        {
            await using var db = store.Open();
            var reader = new DisclosureReader(db, desk.Clock.Business);
            var newest = await reader.ReadAsync(addresses[id], PublicPart.Body, null, default);
            var numbered = await reader.ReadAsync(addresses[id], PublicPart.Body, 1, default);
            Assert.Equal(id, newest.Record!.Id);
            Assert.Equal(numbered.Record, newest.Record);
            Assert.Equal((await reader.RecordsAsync([id], default))[id], newest.Record);
            Assert.Equal((numbered.Version!.Id, numbered.Version.Html, numbered.Version.Text), (newest.Version!.Id, newest.Version.Html, newest.Version.Text));
            var timeliness = new TimelinessReader(db, new CalendarStore(db));
            var history = await reader.HistoryAsync(newest.Record, newest.Version, default);
            Assert.Equal((await timeliness.OfAsync(newest.Record, history))[1].From, (await timeliness.OfAsync(newest.Record, history, newest.Version))[1].From);
        }

        await using var other = store.Open();
        Assert.Equal(404, (await new DisclosureReader(other, desk.Clock.Business).ReadAsync("nothing-2026-00001", PublicPart.Body, null, default)).Status);
    }

    [Theory, EveryEngine]
    public async Task Find_WordOnlyInAnOldText_IsReachedPageByPage(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var text = desk.GoodText();
        var old = await desk.PublishedAsync(text with { Body = text.Body + "\n\n另见夔牛山水库。" });
        for (var i = 0; i < 3; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await desk.PublishedAsync();
        }

        var pages = new List<Page<SearchHit>>();
        do pages.Add(await FindAsync(pages.LastOrDefault()?.Next)); while (pages[^1].Next is not null && pages.Count < 10);

        // Two texts a request: nothing in the newest two, the hit in the next two, and no position behind the last.
        Assert.Equal(2, pages.Count);
        Assert.Empty(pages[0].Rows);
        Assert.Equal(old, Assert.Single(pages[1].Rows).Disclosure.Id);

        async Task<Page<SearchHit>> FindAsync(string? after)
        {
            await using var db = store.Open();
            return await new DisclosureSearch(db, new DisclosureList(db, desk.Clock.Business)).FindAsync(["夔牛"], ListPosition.Read(after), default, texts: 2);
        }
    }
}
