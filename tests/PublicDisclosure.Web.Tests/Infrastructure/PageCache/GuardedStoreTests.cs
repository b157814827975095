using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PublicDisclosure.Web.Infrastructure.PageCache;

namespace PublicDisclosure.Web.Tests.Infrastructure.PageCache;

/// <summary>A shared store that fails takes no page with it.</summary>
public sealed class GuardedStoreTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Faulty _faulty = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_StoreAnswers_IsHandedOn()
    {
        var store = Guarded();
        await store.SetAsync("page", [1, 2, 3], null, TimeSpan.FromMinutes(1), Stop);

        Assert.Equal([1, 2, 3], await store.GetAsync("page", Stop));
        Assert.Null(await store.GetAsync("another", Stop));
    }

    [Fact]
    public async Task TryGet_StoreWithoutBuffers_WritesWhatItHolds()
    {
        var store = Guarded();
        await store.SetAsync("page", new ReadOnlySequence<byte>([4, 5]), default, TimeSpan.FromMinutes(1), Stop);
        var pipe = new Pipe();

        Assert.True(await store.TryGetAsync("page", pipe.Writer, Stop));
        Assert.False(await store.TryGetAsync("another", pipe.Writer, Stop));

        await pipe.Writer.CompleteAsync();
        Assert.Equal([4, 5], (await pipe.Reader.ReadAsync(Stop)).Buffer.ToArray());
    }

    [Fact]
    public async Task Any_StoreFails_CountsAsNothingKeptAndRests()
    {
        var store = Guarded();
        _faulty.Fails = true;

        Assert.Null(await store.GetAsync("page", Stop));
        await store.SetAsync("page", [1], null, TimeSpan.FromMinutes(1), Stop);
        await store.EvictByTagAsync("tag", Stop);

        Assert.Equal(1, _faulty.Asked);
    }

    [Fact]
    public async Task Any_AfterTheRest_AsksAgain()
    {
        var store = Guarded();
        _faulty.Fails = true;
        await store.GetAsync("page", Stop);
        _faulty.Fails = false;
        await store.SetAsync("page", [1], null, TimeSpan.FromMinutes(1), Stop);
        Assert.Null(await store.GetAsync("page", Stop));

        _time.Advance(TimeSpan.FromSeconds(11));
        await store.SetAsync("page", [1], null, TimeSpan.FromMinutes(1), Stop);

        Assert.Equal([1], await store.GetAsync("page", Stop));
    }

    [Fact]
    public async Task Get_ReaderWentAway_IsNoFailureOfTheStore()
    {
        var store = Guarded();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.GetAsync("page", gone.Token));

        await store.SetAsync("page", [1], null, TimeSpan.FromMinutes(1), Stop);
        Assert.Equal([1], await store.GetAsync("page", Stop));
    }

    private GuardedStore Guarded() => new(_faulty, _time, NullLogger<GuardedStore>.Instance);

    private sealed class Faulty : IOutputCacheStore
    {
        private readonly Dictionary<string, byte[]> _kept = [];

        public bool Fails { get; set; }

        public int Asked { get; private set; }

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => Ask(() => _kept.GetValueOrDefault(key), cancellationToken);

        public async ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => await Ask(() => _kept[key] = value, cancellationToken);

        public async ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => await Ask(() => 0, cancellationToken);

        private ValueTask<T> Ask<T>(Func<T> answer, CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            Asked++;
            return Fails ? throw new InvalidOperationException("The store is down.") : ValueTask.FromResult(answer());
        }
    }
}
