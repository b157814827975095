using PublicDisclosure.Web.Infrastructure.Health;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>What operators need: key ring, proxy headers, health, start-up checks.</summary>
internal static class OperationsServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddKeyRing(configuration);
        services.AddProxyHeaders(configuration);
        services.AddSiteHealth(configuration, dataFolder);
        services.AddScoped<StartupChecks>();
        services.AddHostedService<PeriodicJobHost>();
        services.AddHostedService<SearchHost>();
        return services;
    }
}
