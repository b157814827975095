using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>
/// Works off marks that no request has worked off, and counts everything once on every Beijing day (a period ends, a check falls
/// due) and after a notice, a ruling or a reading. One organisation at a time, each in a unit of work of its own.
/// </summary>
public sealed partial class RefreshCoverage(IServiceScopeFactory scopes, BusinessClock clock, ILogger<RefreshCoverage> logger) : IPeriodicJob
{
    private DateOnly _wholeOn;
    private DateOnly _takenOn;

    /// <inheritdoc/>
    public string Name => nameof(RefreshCoverage);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var handled = 0;
        if (await IsWholeDueAsync(stop)) handled += await CountWholeAsync(stop);
        while (await WorkOffAsync(stop) is var done and > 0) handled += done;
        return handled + await TakeSnapshotsAsync(stop);
    }

    /// <summary>Counts everything; says how many units changed.</summary>
    public async Task<int> CountWholeAsync(CancellationToken stop)
    {
        List<Guid> organisations;
        List<CoverageMark> marks;
        var today = clock.Today;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
            await RecordBook.NameOwnersAsync(db, stop);
            marks = await db.CoverageMarks.AsNoTracking().ToListAsync(stop);
            organisations = await db.Duties.Select(d => d.OrganisationId).Distinct().OrderBy(id => id).ToListAsync(stop);
        }

        var (changed, failed) = (0, false);
        foreach (var organisation in organisations)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                changed += await scope.ServiceProvider.GetRequiredService<CoverageRefresh>().RefreshAsync(organisation, null, stop);
            }
            catch (DbUpdateException exception)
            {
                // Somebody published at the same moment; this organisation's turn comes again with the next run.
                LogOvertaken(exception, organisation);
                failed = true;
            }
        }

        if (failed) return changed;
        await using (var scope = scopes.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<CoverageUpdates>().RemoveAsync(marks, stop);
        _wholeOn = today;
        return changed;
    }

    private async Task<int> TakeSnapshotsAsync(CancellationToken stop)
    {
        if (_takenOn == clock.Today) return 0;
        await using var scope = scopes.CreateAsyncScope();
        var taken = await scope.ServiceProvider.GetRequiredService<CoverageSnapshots>().TakeAsync(stop);
        _takenOn = clock.Today;
        return taken;
    }

    private async Task<bool> IsWholeDueAsync(CancellationToken stop)
    {
        if (_wholeOn != clock.Today) return true;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DisclosureDb>().CoverageMarks.AnyAsync(m => m.RecordId == null && m.OrganisationId == null && m.ItemCode == "", stop);
    }

    private async Task<int> WorkOffAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CoverageUpdates>().WorkOffAsync(200, stop);
    }

    [LoggerMessage(LogLevel.Information, "Counting the coverage of organisation {Organisation} was overtaken by another change")]
    private partial void LogOvertaken(Exception exception, Guid organisation);
}
