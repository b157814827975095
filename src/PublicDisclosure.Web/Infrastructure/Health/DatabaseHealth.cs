using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Web.Infrastructure.Health;

/// <summary>The database answers and has every migration of this program.</summary>
internal sealed class DatabaseHealth(DisclosureDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken)) return HealthCheckResult.Unhealthy("The database does not answer.");
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        return pending.Any()
            ? HealthCheckResult.Unhealthy("Migrations are pending; run the verb 'migrate'.")
            : HealthCheckResult.Healthy();
    }
}
