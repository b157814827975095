using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Deletes the drafts whose time in the bin is over, one per scope; what cannot be deleted is logged and stays.</summary>
public sealed partial class PurgeBin(IServiceScopeFactory scopes, ILogger<PurgeBin> logger) : IPeriodicJob
{
    private const int MostPerRun = 500;

    /// <inheritdoc/>
    public string Name => nameof(PurgeBin);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var purged = 0;
        foreach (var id in await DueAsync(stop))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var outcome = await scope.ServiceProvider.GetRequiredService<Bin>().PurgeAsync(id, stop);
                if (outcome.IsDone) purged++;
                else LogKept(id, outcome.Kind.ToString());
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure, id);
            }
        }

        return purged;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Bin>().DueAsync(MostPerRun, stop);
    }

    [LoggerMessage(LogLevel.Warning, "Discarded draft {Id} was not purged: {Kind}")]
    private partial void LogKept(Guid id, string kind);

    [LoggerMessage(LogLevel.Error, "Discarded draft {Id} could not be purged")]
    private partial void LogFailed(Exception failure, Guid id);
}
