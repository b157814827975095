using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>
/// Takes a step for many rows: each in a scope of its own through the workflow method that a single disclosure takes. One that
/// fails stays behind with its reasons and stops nobody. A run that was interrupted is taken up again where it stood.
/// </summary>
public sealed partial class BatchRuns(IServiceScopeFactory scopes, BusinessClock clock, ILogger<BatchRuns> logger) : IPeriodicJob
{
    // Longer than any row takes: a node that died gives the run free after this.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    // What a person waits for before the page shows the progress instead.
    private const int RowsWhileWaiting = 50;

    /// <inheritdoc/>
    public string Name => nameof(BatchRuns);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    /// <summary>Asks for a step and does the first rows at once; the rest goes on in the background.</summary>
    public async Task<Outcome> RequestAsync(RunBatch command, CancellationToken stop = default)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
            if (await db.BatchRuns.AnyAsync(r => r.Id == command.RunId && r.BatchId == command.BatchId, stop)) return Outcome.Done;
            var batch = await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == command.BatchId, stop);
            var rights = await scope.ServiceProvider.GetRequiredService<StaffAuthority>().RightsOfAsync(command.By, stop);
            if (batch is null || !rights.Has(BatchSteps.Of(command.Step).Permission, batch.OrganisationId)) return Outcome.NotFound;
            var rows = command.Seen.Length > BatchRun.SeenLength ? 0 : Seen(command.Seen).Count;
            if (await RefusalAsync(db, command, rows, stop) is { } refused) return refused;
            var run = BatchRun.Request(command.RunId, command, JsonSerializer.Serialize(command.Reasons), rows, clock.Now);
            db.Add(run);
            db.Add(AuditEntry.Record(clock.Now, command.By, "Batch." + command.Step, batch.OrganisationId, batch.Id, batch.FileName, $"{run.Total} 行"));
            await db.SaveChangesAsync(stop);
        }

        await WorkAsync(command.RunId, RowsWhileWaiting, stop);
        return Outcome.Done;
    }

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        List<Guid> open;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var now = clock.Now;
            open = await scope.ServiceProvider.GetRequiredService<DisclosureDb>().BatchRuns.AsNoTracking()
                .Where(r => r.EndedAt == null && r.HeldUntil <= now).OrderBy(r => r.RequestedAt).Select(r => r.Id).Take(20).ToListAsync(stop);
        }

        var rows = 0;
        foreach (var id in open) rows += await WorkAsync(id, int.MaxValue, stop);
        return rows;
    }

    private async Task<int> WorkAsync(Guid runId, int most, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var open = scope.ServiceProvider.GetRequiredService<DisclosureDb>().BatchRuns.AsNoTracking().Where(r => r.Id == runId && r.EndedAt == null);
        if (await open.Select(r => r.Seen).SingleOrDefaultAsync(stop) is not { } seen) return 0;
        // What was seen never changes: it is read once for all rows.
        var rows = Seen(seen);
        var done = 0;
        while (done < most && await StepAsync(runId, rows, stop)) done++;
        var now = clock.Now;
        await open.ExecuteUpdateAsync(update => update.SetProperty(r => r.HeldUntil, now), stop);
        return done;
    }

    /// <summary>The next row of a run; false when there is none, or somebody else is at it.</summary>
    private async Task<bool> StepAsync(Guid runId, List<(int Row, int Revision)> rows, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var run = await db.BatchRuns.SingleOrDefaultAsync(r => r.Id == runId && r.EndedAt == null, stop);
        if (run is null) return false;
        if (run.Position >= rows.Count) return await EndAsync(db, run, stop);
        var (row, revision) = rows[run.Position];
        BatchRunRow? left;
        try
        {
            left = await TakeAsync(run, row, revision, stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, run.BatchId, row);
            left = new BatchRunRow(run.Id, row, OutcomeKind.Refused, ["Batch.RowFailed"]);
        }

        run.Note(left);
        if (left is not null) db.Add(left);
        run.Hold(clock.Now + Hold);
        if (run.Position >= rows.Count) run.End(clock.Now);
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException)
        {
            // Somebody else counted this row: their count stands.
            return false;
        }
    }

    private async Task<bool> EndAsync(DisclosureDb db, BatchRun run, CancellationToken stop)
    {
        run.End(clock.Now);
        await db.SaveChangesAsync(stop);
        return false;
    }

    private async Task<BatchRunRow?> TakeAsync(BatchRun run, int row, int revision, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var rule = BatchSteps.Of(run.Step);
        var found = await db.Disclosures.AsNoTracking().Where(d => d.BatchId == run.BatchId && d.BatchRow == row)
            .Select(d => new { d.Id, d.OrganisationId, d.State, Taken = d.Transitions.Any(t => t.By == run.By && t.Action == rule.Action && t.At >= run.RequestedAt) })
            .FirstOrDefaultAsync(stop);
        if (found is null) return new BatchRunRow(run.Id, row, OutcomeKind.NotFound, []);
        // The step was saved before the run was interrupted.
        if (found.Taken) return null;
        // Rights are asked anew: an account may have been closed since.
        var rights = await scope.ServiceProvider.GetRequiredService<StaffAuthority>().RightsOfAsync(run.By, stop);
        if (!rights.Has(rule.Permission, found.OrganisationId)) return new BatchRunRow(run.Id, row, OutcomeKind.Refused, ["Batch.RightsGone"]);
        var reasons = JsonSerializer.Deserialize<Dictionary<string, string>>(run.Reasons) ?? [];
        var outcome = await ActAsync(scope.ServiceProvider, run, found.Id, revision, reasons, stop);
        return outcome.IsDone ? null : new BatchRunRow(run.Id, row, outcome.Kind, outcome.Refusals.Select(r => r.Code));
    }

    private static Task<Outcome> ActAsync(IServiceProvider services, BatchRun run, Guid id, int revision, Dictionary<string, string> reasons, CancellationToken stop)
    {
        var workflow = services.GetRequiredService<DisclosureWorkflow>();
        return run.Step switch
        {
            BatchStep.Submit => workflow.SubmitAsync(new SubmitDisclosure(id, revision, run.By, run.Remark, reasons), stop),
            BatchStep.PassSecrecyReview => workflow.ReviewSecrecyAsync(new ReviewSecrecy(id, revision, SecrecyConclusion.MayPublish, run.Remark, run.By), stop),
            BatchStep.PassSecondReview => workflow.PassSecondReviewAsync(new PassDisclosureSecondReview(id, revision, run.By, run.Remark, reasons), stop),
            BatchStep.Approve => workflow.ApproveAsync(new ApproveDisclosure(id, revision, run.By, run.Remark, reasons), stop),
            BatchStep.Return => workflow.ReturnAsync(new ReturnDisclosure(id, revision, run.Remark, run.By), stop),
            _ => services.GetRequiredService<DisclosurePublishing>().PublishAsync(new PublishDisclosure(id, revision, run.By, reasons), stop),
        };
    }

    private static async Task<Outcome?> RefusalAsync(DisclosureDb db, RunBatch command, int rows, CancellationToken stop)
    {
        if (DisclosureText.CheckReasons(command.Reasons) is { Count: > 0 } tooLong) return Outcome.Refused(tooLong);
        if (command.Remark.Trim().Length > DisclosureTransition.RemarkLength)
            return Outcome.Refused("Disclosure.TextTooLong", "Remark", DisclosureTransition.RemarkLength, command.Remark.Trim().Length);
        if (command.Step == BatchStep.Return && string.IsNullOrWhiteSpace(command.Remark)) return Outcome.Refused("Disclosure.RemarkMissing", "Remark");
        if (rows == 0) return Outcome.Refused("Batch.NoRowsForStep");
        return await db.BatchRuns.AnyAsync(r => r.BatchId == command.BatchId && r.EndedAt == null, stop) ? Outcome.Refused("Batch.StepUnderWay") : null;
    }

    /// <summary>Reads <c>12:3,13:3</c>; what is no row is passed over.</summary>
    private static List<(int Row, int Revision)> Seen(string text)
    {
        var rows = new List<(int Row, int Revision)>();
        foreach (var pair in text.Split(','))
        {
            var parts = pair.Split(':');
            if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)) rows.Add((row, revision));
        }

        return [.. rows.DistinctBy(r => r.Row)];
    }

    [LoggerMessage(LogLevel.Error, "Row {Row} of batch {Batch} failed")]
    private partial void LogFailed(Exception failure, Guid batch, int row);
}
