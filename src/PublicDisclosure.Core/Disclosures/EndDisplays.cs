using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Ends the displays whose last day is over in Beijing, one disclosure per scope. Readers go by the date in any case: the job
/// only takes the rows off the lists and leaves the record, so that a late run shows nobody anything.
/// </summary>
public sealed partial class EndDisplays(IServiceScopeFactory scopes, BusinessClock clock, ILogger<EndDisplays> logger) : IPeriodicJob
{
    private const int MostPerRun = 200;

    /// <inheritdoc/>
    public string Name => nameof(EndDisplays);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var ended = 0;
        foreach (var command in await DueAsync(stop))
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<StandingWorkflow>().EndDisplayAsync(command, stop);
            if (outcome.IsDone) ended++;
            else LogRefused(command.Id, outcome.Kind.ToString(), string.Join("; ", outcome.Refusals.Select(r => r.Code)));
        }

        return ended;
    }

    private async Task<List<EndDisplay>> DueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, today) = (scope.ServiceProvider.GetRequiredService<DisclosureDb>(), clock.Today);
        return await db.Listings.AsNoTracking().Where(l => l.DisplayUntil < today).OrderBy(l => l.DisplayUntil).Take(MostPerRun)
            .Join(db.Disclosures, l => l.DisclosureId, d => d.Id, (l, d) => new EndDisplay(d.Id, d.Revision, l.DisplayUntil!.Value)).ToListAsync(stop);
    }

    [LoggerMessage(LogLevel.Warning, "The display of {Id} was not ended: {Kind} {Codes}")]
    private partial void LogRefused(Guid id, string kind, string codes);
}
