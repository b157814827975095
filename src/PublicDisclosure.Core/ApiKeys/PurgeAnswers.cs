using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>Deletes kept answers whose time is over. The system's own number still keeps a draft from being made twice.</summary>
public sealed class PurgeAnswers(IServiceScopeFactory scopes, BusinessClock clock, IOptions<PublishApiOptions> options) : IPeriodicJob
{
    /// <inheritdoc/>
    public string Name => nameof(PurgeAnswers);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.Now.AddDays(-options.Value.KeepAnswersDays);
        return await scope.ServiceProvider.GetRequiredService<DisclosureDb>().KeptAnswers.Where(a => a.At < before).ExecuteDeleteAsync(stop);
    }
}
