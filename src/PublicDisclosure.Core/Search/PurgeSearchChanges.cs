using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Core.Search;

/// <summary>Cuts the outbox of search to its newest rows; a node that was away for longer builds its index anew.</summary>
public sealed class PurgeSearchChanges(IServiceScopeFactory scopes) : IPeriodicJob
{
    /// <summary>So many rows stay: weeks of work for a county.</summary>
    public const int Kept = 50_000;

    /// <inheritdoc/>
    public string Name => nameof(PurgeSearchChanges);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var changes = scope.ServiceProvider.GetRequiredService<DisclosureDb>().SearchChanges;
        var last = await changes.MaxAsync(c => (long?)c.Id, stop) ?? 0;
        return await changes.Where(c => c.Id <= last - Kept).ExecuteDeleteAsync(stop);
    }
}
