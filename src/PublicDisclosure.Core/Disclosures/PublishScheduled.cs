using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Publishes what was scheduled, in the name of the person who scheduled it, one disclosure per scope; what the checklist
/// refuses stays where it is and is logged.
/// </summary>
public sealed partial class PublishScheduled(IServiceScopeFactory scopes, BusinessClock clock, ILogger<PublishScheduled> logger) : IPeriodicJob
{
    /// <inheritdoc/>
    public string Name => nameof(PublishScheduled);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var published = 0;
        foreach (var command in await DueAsync(stop))
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<DisclosurePublishing>().PublishAsync(command, stop);
            if (outcome.IsDone) published++;
            else LogRefused(command.Id, outcome.Kind.ToString(), string.Join("; ", outcome.Refusals.Select(r => r.Code)));
        }

        return published;
    }

    private async Task<List<PublishDisclosure>> DueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now;
        return await scope.ServiceProvider.GetRequiredService<DisclosureDb>().Disclosures.AsNoTracking()
            .Where(d => d.State == DisclosureState.AwaitingPublication && d.ScheduledAt <= now)
            .OrderBy(d => d.ScheduledAt).Take(100)
            .Select(d => new PublishDisclosure(d.Id, d.Revision, d.ScheduledBy!.Value)).ToListAsync(stop);
    }

    [LoggerMessage(LogLevel.Warning, "Scheduled disclosure {Id} was not published: {Kind} {Codes}")]
    private partial void LogRefused(Guid id, string kind, string codes);
}
