using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
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
