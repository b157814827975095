using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>Registers what business systems need.</summary>
internal static class ApiKeyServices
{
    public static void AddApiKeys(this IServiceCollection services)
    {
        services.AddOptions<PublishApiOptions>().BindConfiguration(PublishApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ApiKeyDesk>();
        services.AddScoped<ApiKeyList>();
        services.AddScoped<ApiKeyGate>();
        services.AddScoped<SystemIntake>();
        services.AddScoped<ArrivalReader>();
        services.AddScoped<IDeskSource, ExpiringKeysDeskSource>();
        services.AddSingleton<IPeriodicJob, PurgeAnswers>();
    }
}
