using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.OutputCaching;

namespace PublicDisclosure.Web.Infrastructure.PageCache;

/// <summary>
/// A store that may fail without the site failing: a shared store that does not answer means pages that are rendered. After a failure
/// it is left alone for a while, so that no reader waits for it request after request.
/// </summary>
internal sealed partial class GuardedStore(IOutputCacheStore store, TimeProvider time, ILogger<GuardedStore> logger) : IOutputCacheStore, IOutputCacheBufferStore
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private long _restsUntil;

    private bool IsResting => time.GetTimestamp() < Volatile.Read(ref _restsUntil);

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) =>
        TryAsync(async () => await store.GetAsync(key, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<bool> TryGetAsync(string key, PipeWriter destination, CancellationToken cancellationToken)
    {
        if (store is IOutputCacheBufferStore buffers) return await TryAsync(async () => await buffers.TryGetAsync(key, destination, cancellationToken));
        if (await GetAsync(key, cancellationToken) is not { } found) return false;
        await destination.WriteAsync(found, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => await TryAsync(async () =>
    {
        await store.SetAsync(key, value, tags, validFor, cancellationToken);
        return true;
    });

    /// <inheritdoc/>
    public async ValueTask SetAsync(string key, ReadOnlySequence<byte> value, ReadOnlyMemory<string> tags, TimeSpan validFor, CancellationToken cancellationToken) => await TryAsync(async () =>
    {
        if (store is IOutputCacheBufferStore buffers) await buffers.SetAsync(key, value, tags, validFor, cancellationToken);
        else await store.SetAsync(key, value.ToArray(), tags.ToArray(), validFor, cancellationToken);
        return true;
    });

    /// <inheritdoc/>
    public async ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => await TryAsync(async () =>
    {
        await store.EvictByTagAsync(tag, cancellationToken);
        return true;
    });

    private async ValueTask<T?> TryAsync<T>(Func<ValueTask<T>> act)
    {
        if (IsResting) return default;
        try
        {
            return await act();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Volatile.Write(ref _restsUntil, time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency));
            LogFailed(exception);
            return default;
        }
    }

    [LoggerMessage(LogLevel.Error, "The shared store of pages does not answer; pages are rendered meanwhile")]
    private partial void LogFailed(Exception exception);
}
