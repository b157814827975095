using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Core.Freshness;

/// <summary>Takes away rows that no name of a state is made from any more.</summary>
public sealed class PurgePublicChanges(IServiceScopeFactory scopes) : IPeriodicJob
{
    /// <inheritdoc/>
    public string Name => nameof(PurgePublicChanges);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var changes = scope.ServiceProvider.GetRequiredService<DisclosureDb>().PublicChanges;
        var last = await changes.MaxAsync(c => (long?)c.Id, stop) ?? 0;
        // A block more than is read: a node in the middle of its reading finds what it looks for.
        var until = (last / PublicState.Block - 2) * PublicState.Block;
        return await changes.Where(c => c.Id <= until).ExecuteDeleteAsync(stop);
    }
}
