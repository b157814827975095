using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// Keeps this node's search index behind the database while the site is up. It holds no lease: every node has an index of its own.
/// </summary>
internal sealed partial class SearchHost(SearchFollower follower, TimeProvider time, ILogger<SearchHost> logger) : BackgroundService
{
    // A page is to be found within two seconds of its publication, on every node.
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(700);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The site answers first, and builds its index beside that.
        await Task.Yield();
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                try
                {
                    await follower.CatchUpAsync(stop: stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // The database or the disk did not answer; the plain search does meanwhile, and the next turn tries again.
                    LogFailed(exception);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The site stops.
        }
    }

    [LoggerMessage(LogLevel.Error, "The search index could not be brought up to date")]
    private partial void LogFailed(Exception exception);
}
