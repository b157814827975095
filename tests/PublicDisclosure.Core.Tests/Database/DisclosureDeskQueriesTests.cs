using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What staff read and save, on every engine.</summary>
public sealed class DisclosureDeskQueriesTests
{
    [Theory, EveryEngine]
    public async Task ListAsync_Pages_ForthAndBackWithoutGaps(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        for (var i = 0; i < 33; i++) await desk.DraftAsync();

        var first = await ListAsync(store, desk, new DeskFilter());
        var second = await ListAsync(store, desk, new DeskFilter(After: ListPosition.Read(first.Next)));
        var back = await ListAsync(store, desk, new DeskFilter(Before: ListPosition.Read(second.Previous)));

        Assert.Equal((30, 3), (first.Rows.Count, second.Rows.Count));
        Assert.Equal((null, null), (first.Previous, second.Next));
        Assert.Equal(first.Rows.Select(r => (r.Id, r.Due?.DueOn)), back.Rows.Select(r => (r.Id, r.Due?.DueOn)));
        Assert.Empty(first.Rows.Select(r => r.Id).Intersect(second.Rows.Select(r => r.Id)));
    }

    [Theory, EveryEngine]
    public async Task ListAsync_StateAndWords_Narrow(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.DraftAsync(desk.GoodText("关于寻找标题的通知"));
        await desk.PublishedAsync();

        Assert.Equal("关于寻找标题的通知", Assert.Single((await ListAsync(store, desk, new DeskFilter(Words: "寻找"))).Rows).Title);
        Assert.NotNull(Assert.Single((await ListAsync(store, desk, new DeskFilter(DisclosureState.Published))).Rows).IndexNumber);
    }

    [Theory, EveryEngine]
    public async Task QueueAsync_LateOnes_StandFirstAndSayHowLate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.DraftAsync(desk.GoodText("关于新近事项的通知"));
        var old = desk.GoodText("关于陈年事项的通知") with { FormedOn = desk.Clock.Today.AddDays(-60) };
        await desk.DraftAsync(old);

        await using var db = store.Open();
        var queue = await Queries(db, desk).QueueAsync(db.Disclosures);

        Assert.Equal(["关于陈年事项的通知", "关于新近事项的通知"], queue.Select(r => r.Title));
        Assert.True(queue[0].Left!.IsLate);
        Assert.Equal(20, queue[1].Left!.Days);
    }

    [Theory, EveryEngine]
    public async Task AwaitingDecisionBy_OwnText_DoesNotWaitForOneself(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();
        var revision = await desk.RevisionAsync(id);
        await desk.WorkAsync(w => w.SubmitAsync(new SubmitDisclosure(id, revision, desk.Clerk)));

        await using var db = store.Open();
        Assert.Empty(db.Disclosures.AwaitingDecisionBy(desk.Clerk).ToList());
        Assert.Single(db.Disclosures.AwaitingDecisionBy(desk.Reviewer).ToList());
        Assert.Empty(db.Disclosures.AwaitingPublication().ToList());
    }

    [Theory, EveryEngine]
    public async Task DutyItems_OfTheOrganisation_AreFoundByWords(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.PublishedAsync();

        await using var db = store.Open();
        var items = new DutyItems(db);
        var item = Assert.Single(await items.OfAsync(desk.Organisation.Id, "政策 综合"));
        Assert.Equal((desk.ItemCode, 1), (item.Code, item.Published));
        Assert.Empty(await items.OfAsync(desk.Organisation.Id, "没有这样的事项"));
        Assert.Empty(await items.OfAsync(Guid.NewGuid()));
        Assert.Equal("Website", (await items.ProposeAsync(desk.Organisation.Id, desk.ItemCode))!.Channels);
        Assert.Null(await items.ProposeAsync(desk.Organisation.Id, "05-none"));
    }

    [Theory, EveryEngine]
    public async Task CreateAsync_SameIdTwice_MakesOneDraft_AndAnotherPersonsIdANewOne(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = Guid.NewGuid();

        var first = await CreateAsync(store, desk, id, desk.Clerk);
        var second = await CreateAsync(store, desk, id, desk.Clerk);
        var foreign = await CreateAsync(store, desk, id, Guid.NewGuid());

        Assert.Equal((id, id), (first, second));
        Assert.NotEqual(id, foreign);
        Assert.Equal(2, await store.ReadAsync(db => Task.FromResult(db.Disclosures.Count())));
    }

    private static async Task<Guid> CreateAsync(TestStore store, DisclosureDesk desk, Guid id, Guid by)
    {
        await using var db = store.Open();
        var saver = new DraftSaver(db, new DisclosureStore(db, desk.Clock.Business), desk.Clock.Business, new AttachmentIntake(desk.Files, Microsoft.Extensions.Options.Options.Create(new StorageOptions())));
        return (await saver.CreateAsync(new CreateDisclosure(desk.Organisation.Id, desk.GoodText(), desk.GoodItems, by, id), null)).Value!.Id;
    }

    private static async Task<Page<DeskRow>> ListAsync(TestStore store, DisclosureDesk desk, DeskFilter filter)
    {
        await using var db = store.Open();
        return await Queries(db, desk).ListAsync(db.Disclosures, filter);
    }

    private static DisclosureDeskQueries Queries(DisclosureDb db, DisclosureDesk desk) => new(db, new CalendarStore(db), desk.Clock.Business);
}
