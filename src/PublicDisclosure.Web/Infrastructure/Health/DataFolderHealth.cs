using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PublicDisclosure.Web.Infrastructure.Health;

/// <summary>The data folder can be written to and its disk has room.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="leastFreeBytes">Below this the check fails.</param>
internal sealed class DataFolderHealth(string folder, long leastFreeBytes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var probe = Path.Combine(folder, $".health-{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllTextAsync(probe, "written by the health check", cancellationToken);
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy("The data folder cannot be written to.", problem);
        }
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        return free < leastFreeBytes
            ? HealthCheckResult.Unhealthy($"The disk of the data folder has {free / 1024 / 1024} MB left.")
            : HealthCheckResult.Healthy();
    }
}
