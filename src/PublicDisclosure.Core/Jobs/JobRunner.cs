using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Jobs;

/// <summary>
/// Runs one job once, if this node holds its lease, and keeps a <see cref="JobRun"/> row. A failing job is logged and does not
/// stop others.
/// </summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, BusinessClock clock, ILogger<JobRunner> logger)
{
    // Longer than any run should take: a node that died gives the job free after this.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);

    // Tells this process from every other, also on the same machine.
    private readonly string _holder = Guid.NewGuid().ToString("N");

    /// <summary>Runs the job; false when another node holds it or it failed.</summary>
    public async Task<bool> RunAsync(IPeriodicJob job, CancellationToken stop)
    {
        if (!await TakeLeaseAsync(job.Name, stop)) return false;
        var started = clock.Now;
        var handled = 0;
        var failure = "";
        try
        {
            handled = await job.RunAsync(stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failure = $"{exception.GetType().Name}: {exception.Message}";
            LogFailed(exception, job.Name);
        }

        // Runs with nothing to do would fill the table without telling anybody anything.
        if (handled > 0 || failure.Length > 0) await KeepAsync(job.Name, started, handled, failure, stop);
        return failure.Length == 0;
    }

    private async Task<bool> TakeLeaseAsync(string name, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var now = clock.Now;
        var until = now + LeaseTime;
        if (await MoveLeaseAsync(db, name, now, until, stop)) return true;
        if (await db.JobLeases.AnyAsync(l => l.JobName == name, stop)) return false;
        try
        {
            db.Add(new JobLease { JobName = name, Holder = _holder, HeldUntil = until });
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node made the row in the same moment and holds it now.
            return false;
        }
    }

    private async Task<bool> MoveLeaseAsync(DisclosureDb db, string name, DateTime now, DateTime until, CancellationToken stop) =>
        await db.JobLeases.Where(l => l.JobName == name && (l.HeldUntil < now || l.Holder == _holder))
            .ExecuteUpdateAsync(update => update.SetProperty(l => l.Holder, _holder).SetProperty(l => l.HeldUntil, until), stop) == 1;

    private async Task KeepAsync(string name, DateTime started, int handled, string failure, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        db.Add(new JobRun
        {
            Id = Guid.CreateVersion7(started),
            JobName = name,
            StartedAt = started,
            EndedAt = clock.Now,
            Handled = handled,
            Failure = ShortText.Start(failure, JobRun.FailureLength),
        });
        await db.SaveChangesAsync(stop);
    }

    [LoggerMessage(LogLevel.Error, "Job {Job} failed")]
    private partial void LogFailed(Exception exception, string job);
}
