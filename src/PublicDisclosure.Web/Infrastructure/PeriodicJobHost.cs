using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>Runs every periodic job at its pace while the site is up, each on a timer of its own.</summary>
internal sealed partial class PeriodicJobHost(IEnumerable<IPeriodicJob> jobs, JobRunner runner, TimeProvider time, ILogger<PeriodicJobHost> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(jobs.Select(job => Task.Run(() => KeepRunningAsync(job, stoppingToken), stoppingToken)));

    private async Task KeepRunningAsync(IPeriodicJob job, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(job.Every, time);
        try
        {
            do
            {
                try
                {
                    await runner.RunAsync(job, stop);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // The database itself did not answer; the next turn tries again.
                    LogUnreachable(exception, job.Name);
                }
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // The site stops.
        }
    }

    [LoggerMessage(LogLevel.Error, "Job {Job} could not be started")]
    private partial void LogUnreachable(Exception exception, string job);
}
