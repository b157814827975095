using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Freshness;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Freshness;

/// <summary>The names of states, on every engine.</summary>
public sealed class PublicStateTests
{
    private static readonly TimeSpan Always = TimeSpan.Zero;

    [Theory, EveryEngine]
    public async Task Name_AfterAChange_IsAnotherForItsTagAlone(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var node = new Node(store, Always);
        var (lists, one) = (await node.NameAsync(PublicTags.Lists), await node.NameAsync("organisation:mzj"));

        await store.AddAsync(PublicMarks.Of(PublicTags.Lists));

        Assert.NotEqual(lists, await node.NameAsync(PublicTags.Lists));
        Assert.Equal(one, await node.NameAsync("organisation:mzj"));
    }

    [Theory, EveryEngine]
    public async Task Name_OfEverything_ChangesEveryName(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var node = new Node(store, Always);
        var (lists, one) = (await node.NameAsync(PublicTags.Lists), await node.NameAsync("organisation:mzj"));

        await store.AddAsync(PublicMarks.Of(PublicTags.Everything));

        Assert.NotEqual(lists, await node.NameAsync(PublicTags.Lists));
        Assert.NotEqual(one, await node.NameAsync("organisation:mzj"));
    }

    [Theory, EveryEngine]
    public async Task Name_OnNodesThatBeganAtDifferentTimes_IsTheSame(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var early = new Node(store, Always);
        for (var i = 0; i < 5; i++)
        {
            await early.NameAsync(PublicTags.Lists);
            await store.AddAsync(PublicMarks.Of(i % 2 == 0 ? PublicTags.Lists : PublicTags.Everything), PublicMarks.Of("organisation:mzj"));
        }

        using var late = new Node(store, Always);

        foreach (var tag in new[] { PublicTags.Lists, "organisation:mzj", "organisation:none" }) Assert.Equal(await early.NameAsync(tag), await late.NameAsync(tag));
    }

    [Theory, EveryEngine]
    public async Task Name_WithinTheTime_IsKeptAndThenAskedAnew(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var node = new Node(store, TimeSpan.FromMilliseconds(500));
        var first = await node.NameAsync(PublicTags.Lists);
        await store.AddAsync(PublicMarks.Of(PublicTags.Lists));

        node.Time.Advance(TimeSpan.FromMilliseconds(499));
        Assert.Equal(first, await node.NameAsync(PublicTags.Lists));

        node.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotEqual(first, await node.NameAsync(PublicTags.Lists));
    }

    [Theory, EveryEngine]
    public async Task Name_AfterManyChanges_NeverComesBackAndRowsMayGo(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var node = new Node(store, Always);
        var seen = new HashSet<string>();
        for (var block = 0; block < 4; block++)
        {
            await using (var db = store.Open())
            {
                for (var i = 0; i < PublicState.Block; i++) db.Add(PublicMarks.Of("organisation:" + i % 7));
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            }

            Assert.True(seen.Add(await node.NameAsync(PublicTags.Lists)), "Lists must get a new name with a block of rows.");
            Assert.True(seen.Add(await node.NameAsync("organisation:3")));
        }

        var removed = await new PurgePublicChanges(node.Scopes).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2 * PublicState.Block, removed);
        using var fresh = new Node(store, Always);
        Assert.Equal(await node.NameAsync("organisation:3"), await fresh.NameAsync("organisation:3"));
        await store.AddAsync(PublicMarks.Of("organisation:3"));
        Assert.True(seen.Add(await node.NameAsync("organisation:3")));
    }

    [Theory, EveryEngine]
    public async Task Name_AfterARestoreThatGoesOnDifferently_IsNoNameFromBefore(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var node = new Node(store, Always);
        await store.AddAsync(PublicMarks.Of(PublicTags.Lists));
        var seen = new HashSet<string> { await node.NameAsync(PublicTags.Lists) };
        await using (var db = store.Open()) await db.PublicChanges.ExecuteDeleteAsync(TestContext.Current.CancellationToken);

        await store.AddAsync(PublicMarks.Of(PublicTags.Lists));
        await store.AddAsync(PublicMarks.Of(PublicTags.Lists));

        Assert.True(seen.Add(await node.NameAsync(PublicTags.Lists)));
    }

    /// <summary>A web node over the store.</summary>
    private sealed class Node : IDisposable
    {
        private readonly ServiceProvider _services;
        private readonly PublicState _state;

        public Node(TestStore store, TimeSpan every)
        {
            _services = new ServiceCollection().AddScoped(_ => store.Open()).BuildServiceProvider();
            _state = new PublicState(Scopes, Options.Create(new PublicStateOptions { CheckEvery = every }), Time);
        }

        public FakeTimeProvider Time { get; } = new();

        public IServiceScopeFactory Scopes => _services.GetRequiredService<IServiceScopeFactory>();

        public ValueTask<string> NameAsync(string tag) => _state.NameAsync(PublicTags.Everything, tag, TestContext.Current.CancellationToken);

        public void Dispose()
        {
            _state.Dispose();
            _services.Dispose();
        }
    }
}
