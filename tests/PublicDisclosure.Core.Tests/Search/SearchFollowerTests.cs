using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Search;

/// <summary>How the index follows the database, survives and mends itself.</summary>
public sealed class SearchFollowerTests
{
    [Theory, EveryEngine]
    public async Task CatchUp_AfterARestart_GoesOnWhereItStood(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var first = new SearchBench(store, desk);
        await desk.PublishedAsync(desk.GoodText("夔牛水库第一期通知"));
        await first.Follower.CatchUpAsync();
        await first.CloseAsync();
        await desk.PublishedAsync(desk.GoodText("夔牛水库第二期通知"));

        await using var second = new SearchBench(store, desk, first.Folder);
        second.Index.Open();
        Assert.True(second.Index.IsReady);
        var taken = await second.Follower.CatchUpAsync();
        var written = await store.ReadAsync(db => db.SearchChanges.CountAsync());
        Assert.InRange(taken, 1, written - 1);
        Assert.Equal(2, (await second.TitlesAsync("夔牛水库")).Count);
        Directory.Delete(first.Folder, recursive: true);
    }

    [Theory, EveryEngine]
    public async Task Find_IndexNotBuiltYet_IsAnsweredFromTheDatabase(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await desk.PublishedAsync(desk.GoodText("夔牛水库第一期通知"));

        var plain = await bench.FindAsync("夔牛水库");
        Assert.True(plain.IsPlain);
        Assert.Equal("夔牛水库第一期通知", Assert.Single(plain.Rows).PlainTitle);
        await bench.Follower.CatchUpAsync();
        Assert.False((await bench.FindAsync("夔牛水库")).IsPlain);
    }

    [Theory, EveryEngine]
    public async Task Open_DamagedFiles_IsBuiltAnew(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.PublishedAsync(desk.GoodText("夔牛水库第一期通知"));
        var first = new SearchBench(store, desk);
        await first.Follower.CatchUpAsync();
        await first.CloseAsync();
        foreach (var file in Directory.EnumerateFiles(first.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
            await File.WriteAllBytesAsync(file, [1, 2, 3], TestContext.Current.CancellationToken);

        await using var second = new SearchBench(store, desk, first.Folder);
        second.Index.Open();
        Assert.False(second.Index.IsReady);
        Assert.True((await second.FindAsync("夔牛水库")).IsPlain);
        await second.Follower.CatchUpAsync();
        Assert.False((await second.FindAsync("夔牛水库")).IsPlain);
        Assert.Single(await second.TitlesAsync("夔牛水库"));
        await second.CloseAsync();
        Directory.Delete(first.Folder, recursive: true);
    }

    [Theory, EveryEngine]
    public async Task CatchUp_OutboxCutBehindIt_BuildsAnew(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await desk.PublishedAsync(desk.GoodText("夔牛水库第一期通知"));
        await bench.Follower.CatchUpAsync();
        await desk.PublishedAsync(desk.GoodText("夔牛水库第二期通知"));
        await store.ReadAsync(db => db.SearchChanges.ExecuteDeleteAsync());

        Assert.Equal(2, (await bench.TitlesAsync("夔牛水库")).Count + await BuiltAsync());

        // The question itself does not build: that takes too long for whoever waits. The host does.
        async Task<int> BuiltAsync()
        {
            await bench.Follower.CatchUpAsync();
            return (await bench.TitlesAsync("夔牛水库")).Count - 1;
        }
    }

    [Theory, EveryEngine]
    public async Task AskForWhole_BuildsEveryNodeAnew(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var one = new SearchBench(store, desk);
        await using var two = new SearchBench(store, desk);
        await desk.PublishedAsync(desk.GoodText("夔牛水库第一期通知"));
        await one.Follower.CatchUpAsync();
        await two.Follower.CatchUpAsync();
        await one.Follower.AskForWholeAsync(default);

        Assert.True(await one.Follower.CatchUpAsync() >= 1);
        Assert.True(await two.Follower.CatchUpAsync() >= 1);
        Assert.Equal(0, await two.Follower.CatchUpAsync());
        Assert.Single(await two.TitlesAsync("夔牛水库"));
    }

    [Theory, EveryEngine]
    public async Task Rebuild_TellsHowFarItIs(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await desk.PublishedAsync();
        var told = new List<(int Done, int Of)>();
        var pages = await bench.Follower.RebuildAsync((done, of) => told.Add((done, of)));

        Assert.Equal((pages, pages), told[^1]);
        Assert.All(told, t => Assert.True(t.Done <= t.Of));
        Assert.Equal(told.OrderBy(t => t.Done), told);
        Assert.Null(bench.Follower.Building);
    }

    [Theory, EveryEngine]
    public async Task Open_TwoProcessesOnOneFolder_EachHasAnIndexOfItsOwn(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var one = new SearchBench(store, desk);
        one.Index.Open();
        await using var two = new SearchBench(store, desk, one.Folder);
        Assert.True(two.Index.IsHeldByAnother());
        two.Index.Open();
        Assert.Equal(["1", "2"], Directory.EnumerateDirectories(one.Folder).Select(Path.GetFileName).Order());
    }

    [Theory, EveryEngine]
    public async Task Save_OwnWord_IsFollowedAuditedAndTakenBack(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await desk.PublishedAsync(desk.GoodText("关于浔江禁渔期管理的通知"));
        await bench.Follower.CatchUpAsync();
        Assert.Empty(await bench.TitlesAsync("鱼仔时节"));

        async Task<Outcome> WorkAsync(Func<SearchWordDesk, Task<Outcome>> use)
        {
            await using var db = store.Open();
            return await use(new SearchWordDesk(db, desk.Clock.Business));
        }

        Assert.True((await WorkAsync(d => d.SaveAsync(new SaveSearchWord("鱼仔时节", "禁渔期", 0, desk.Clerk), default))).IsDone);
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await WorkAsync(d => d.SaveAsync(new SaveSearchWord("鱼仔时节", "休渔", 0, desk.Clerk), default))).Kind);
        desk.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Single(await bench.TitlesAsync("鱼仔时节"));
        Assert.True((await WorkAsync(d => d.SaveAsync(new SaveSearchWord("鱼仔时节", "休渔", 1, desk.Clerk), default))).IsDone);
        Assert.True((await WorkAsync(d => d.RemoveAsync("鱼仔时节", 2, desk.Clerk, default))).IsDone);
        desk.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Empty(await bench.TitlesAsync("鱼仔时节"));
        Assert.Equal(
            ["SearchWord.Remove", "SearchWord.Save", "SearchWord.Save"],
            await store.ReadAsync(db => db.AuditEntries.Where(a => a.Action.StartsWith("SearchWord.")).Select(a => a.Action).Order().ToListAsync()));
    }
}
