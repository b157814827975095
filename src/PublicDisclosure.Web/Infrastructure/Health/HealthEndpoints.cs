using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PublicDisclosure.Web.Infrastructure.Health;

/// <summary>
/// For operators and load balancers: <c>/health/live</c> answers while the process runs, <c>/health/ready</c> when it can
/// serve. Both answer 200 or 503.
/// </summary>
internal static class HealthEndpoints
{
    private const long Megabyte = 1024 * 1024;

    public static IServiceCollection AddSiteHealth(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var least = configuration.GetValue("Health:LeastFreeMegabytes", 500L) * Megabyte;
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck("data folder", new DataFolderHealth(dataFolder, least));
        return services;
    }

    public static void MapSiteHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous();
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(
            entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), entry.Value.Description }),
    });
}
