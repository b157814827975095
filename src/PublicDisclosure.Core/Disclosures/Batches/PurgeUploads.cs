using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>
/// Deletes uploaded files that nobody confirmed, and rows that were left out, after <see cref="BatchOptions.KeepUploadsDays"/>:
/// they may hold personal data that must not lie about. That a file was entered stays known, so that it is found when it is
/// sent again.
/// </summary>
public sealed partial class PurgeUploads(IServiceScopeFactory scopes, BusinessClock clock, IOptions<BatchOptions> options, ILogger<PurgeUploads> logger) : IPeriodicJob
{
    /// <inheritdoc/>
    public string Name => nameof(PurgeUploads);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var uploads = scope.ServiceProvider.GetRequiredService<DisclosureDb>().BatchUploads;
        var until = clock.Now.AddDays(-options.Value.KeepUploadsDays);
        var files = await uploads.Where(u => u.ConfirmedAt == null && u.UploadedAt < until).ExecuteDeleteAsync(stop);
        var rows = await uploads.Where(u => u.ConfirmedAt < until && u.RejectedCount > 0)
            .ExecuteUpdateAsync(update => update.SetProperty(u => u.Rejected, "").SetProperty(u => u.RejectedCount, 0), stop);
        if (files + rows > 0) LogPurged(files, rows);
        return files + rows;
    }

    [LoggerMessage(LogLevel.Information, "{Files} unconfirmed files and the rejected rows of {Rows} others were deleted")]
    private partial void LogPurged(int files, int rows);
}
