using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Publishes what was scheduled, in the name of the person who scheduled it, one disclosure per scope. What fell due while the
/// site was down goes out late and is marked. The person's right is read again at that moment: who lost it since publishes
/// nothing any more. What is refused keeps its reasons on the desk until somebody acts, and is tried again now and then.
/// </summary>
public sealed partial class PublishScheduled(
    IServiceScopeFactory scopes, BusinessClock clock, ILogger<PublishScheduled> logger, IOptions<ReviewOptions>? options = null) : IPeriodicJob
{
    // What is refused does not stand in the way of the rest at every minute.
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMinutes(10);

    private readonly TimeSpan _lateAfter = TimeSpan.FromMinutes((options?.Value ?? new ReviewOptions()).ScheduleLateAfterMinutes);

    /// <inheritdoc/>
    public string Name => nameof(PublishScheduled);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var published = 0;
        foreach (var due in await DueAsync(stop))
        {
            try
            {
                if (await PublishAsync(due, stop)) published++;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception, due.Id);
            }
        }

        return published;
    }

    private async Task<bool> PublishAsync(Due due, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rights = await scope.ServiceProvider.GetRequiredService<StaffAuthority>().RightsOfAsync(due.By, stop);
        DateTime? lateFor = clock.Now - due.At > _lateAfter ? due.At : null;
        var outcome = rights.Has(Permission.DisclosuresPublish, due.OrganisationId)
            ? await scope.ServiceProvider.GetRequiredService<DisclosurePublishing>().PublishLateAsync(new PublishDisclosure(due.Id, due.Revision, due.By), lateFor, stop)
            : Outcome.Refused("Disclosure.SchedulerLostRight");
        if (outcome.IsDone) return true;
        LogRefused(due.Id, outcome.Kind.ToString(), string.Join("; ", outcome.Refusals.Select(r => r.Code)));
        if (outcome.Kind == OutcomeKind.Refused) await KeepAsync(scope.ServiceProvider, due, outcome.Refusals, stop);
        return false;
    }

    private async Task KeepAsync(IServiceProvider services, Due due, IReadOnlyList<Refusal> reasons, CancellationToken stop)
    {
        var db = services.GetRequiredService<DisclosureDb>();
        var disclosure = await db.Disclosures.Include(d => d.ScheduleRefusal).SingleOrDefaultAsync(d => d.Id == due.Id && d.Revision == due.Revision, stop);
        if (disclosure?.ScheduledAt is null) return;
        disclosure.NoteScheduleRefused(reasons, clock.Now);
        await db.SaveChangesAsync(stop);
    }

    private async Task<List<Due>> DueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now;
        var tried = now - BeforeTryingAgain;
        return await scope.ServiceProvider.GetRequiredService<DisclosureDb>().Disclosures.AsNoTracking()
            .Where(d => d.State == DisclosureState.AwaitingPublication && d.ScheduledAt <= now)
            .Where(d => d.ScheduleRefusal == null || d.ScheduleRefusal.LastAt <= tried)
            .OrderBy(d => d.ScheduledAt).Take(100)
            .Select(d => new Due(d.Id, d.OrganisationId, d.Revision, d.ScheduledAt!.Value, d.ScheduledBy!.Value)).ToListAsync(stop);
    }

    [LoggerMessage(LogLevel.Warning, "Scheduled disclosure {Id} was not published: {Kind} {Codes}")]
    private partial void LogRefused(Guid id, string kind, string codes);

    [LoggerMessage(LogLevel.Error, "Scheduled disclosure {Id} failed")]
    private partial void LogFailed(Exception exception, Guid id);

    /// <summary>What has to go out.</summary>
    private sealed record Due(Guid Id, Guid OrganisationId, int Revision, DateTime At, Guid By);
}
