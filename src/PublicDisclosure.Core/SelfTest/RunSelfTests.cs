using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>
/// Runs the self-test: once a night, and when somebody asks for it. Each step reads one batch and saves what it found, in a
/// scope of its own, so that neither readers nor writers wait; a run that was interrupted goes on where it stood.
/// </summary>
public sealed partial class RunSelfTests(IServiceScopeFactory scopes, BusinessClock clock, IOptions<SelfTestOptions> options, ILogger<RunSelfTests> logger) : IPeriodicJob
{
    /// <summary>What the audit log calls a run that somebody asked for.</summary>
    public const string Act = "SelfTest.Request";

    // Longer than any batch takes: a node that died gives the run free after this.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    // What a person waits for before the board shows the progress instead.
    private const int StepsWhileWaiting = 30;

    /// <inheritdoc/>
    public string Name => nameof(RunSelfTests);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    /// <summary>Begins a run for somebody and does the first steps at once; the rest goes on in the background.</summary>
    public async Task<Outcome> RequestAsync(Guid by, CancellationToken stop = default)
    {
        Guid id;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
            if (await db.SelfTestRuns.AnyAsync(r => r.EndedAt == null, stop)) return Outcome.Refused("SelfTest.UnderWay");
            id = await BeginAsync(db, by, stop);
        }

        await WorkAsync(id, StepsWhileWaiting, stop);
        return Outcome.Done;
    }

    /// <summary>Goes on with what is open, or begins the night's run; says how much was looked at.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        Guid? open;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
            var now = clock.Now;
            open = await db.SelfTestRuns.Where(r => r.EndedAt == null && r.HeldUntil <= now).OrderBy(r => r.StartedAt).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(stop);
            if (open is null && await IsNightDueAsync(db, now, stop)) open = await BeginNightAsync(db, now, stop);
        }

        return open is { } id ? await WorkAsync(id, int.MaxValue, stop) : 0;
    }

    private async Task<bool> IsNightDueAsync(DisclosureDb db, DateTime now, CancellationToken stop)
    {
        var begin = BusinessClock.Utc(clock.Today, new TimeOnly(options.Value.Hour, 0));
        return now >= begin && !await db.SelfTestRuns.AnyAsync(r => r.EndedAt == null || (r.RequestedBy == null && r.StartedAt >= begin), stop);
    }

    /// <summary>Looks again and begins in one transaction: two nodes that both found the night due do not both begin. Null for the later one.</summary>
    private Task<Guid?> BeginNightAsync(DisclosureDb db, DateTime now, CancellationToken stop) => db.Database.CreateExecutionStrategy().ExecuteAsync(
        async token =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, token);
            if (!await IsNightDueAsync(db, now, token)) return (Guid?)null;
            var id = await BeginAsync(db, null, token);
            await transaction.CommitAsync(token);
            return id;
        }, stop);

    private async Task<Guid> BeginAsync(DisclosureDb db, Guid? by, CancellationToken stop)
    {
        var run = SelfTestRun.Begin(by, clock.Now);
        run.Hold(clock.Now + Hold);
        db.Add(run);
        if (by is not null) db.Add(AuditEntry.Record(clock.Now, by, Act, objectId: run.Id));
        await db.SaveChangesAsync(stop);
        return run.Id;
    }

    private async Task<int> WorkAsync(Guid runId, int most, CancellationToken stop)
    {
        try
        {
            for (var steps = 0; steps < most && await StepAsync(runId, stop); steps++)
            {
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, runId);
            await FailAsync(runId, failure, stop);
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var now = clock.Now;
        await db.SelfTestRuns.Where(r => r.Id == runId && r.EndedAt == null).ExecuteUpdateAsync(u => u.SetProperty(r => r.HeldUntil, now), stop);
        return await db.SelfTestRuns.Where(r => r.Id == runId).Select(r => r.Checked).SingleAsync(stop);
    }

    /// <summary>The next step of a run; false when it is over, or another node is at it.</summary>
    private async Task<bool> StepAsync(Guid runId, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var run = await db.SelfTestRuns.SingleOrDefaultAsync(r => r.Id == runId && r.EndedAt == null, stop);
        if (run is null) return false;
        var passes = scope.ServiceProvider.GetServices<SelfTestPass>().ToList();
        var pass = passes[run.Pass];
        if (run.IsClosing) await CloseAsync(db, run, pass, passes.Count, stop);
        else await LookAsync(db, run, pass, stop);
        run.Hold(clock.Now + Hold);
        try
        {
            await db.SaveChangesAsync(stop);
            return run.EndedAt is null;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node took this step.
            return false;
        }
    }

    private async Task LookAsync(DisclosureDb db, SelfTestRun run, SelfTestPass pass, CancellationToken stop)
    {
        var step = await pass.StepAsync(run.Position, stop);
        await SelfTestRecorder.EnterAsync(db, run.Id, step.Faults, clock.Now, stop);
        run.MoveOn(step.Next, step.Seen);
    }

    private async Task CloseAsync(DisclosureDb db, SelfTestRun run, SelfTestPass pass, int passes, CancellationToken stop)
    {
        if (await SelfTestRecorder.CloseAsync(db, run.Id, pass.Indicators, clock.Now, stop) > 0)
        {
            run.Step();
            return;
        }

        var figures = await SelfTestRecorder.FiguresAsync(db, run.Id, pass.Indicators, stop);
        db.AddRange(figures);
        run.EndPass(figures, run.Pass + 1 >= passes, clock.Now);
    }

    private async Task FailAsync(Guid runId, Exception failure, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        if (await db.SelfTestRuns.SingleOrDefaultAsync(r => r.Id == runId && r.EndedAt == null, stop) is not { } run) return;
        run.Fail($"{failure.GetType().Name}: {failure.Message}", clock.Now);
        await db.SaveChangesAsync(stop);
    }

    [LoggerMessage(LogLevel.Error, "Self-test {Run} failed")]
    private partial void LogFailed(Exception failure, Guid run);
}
