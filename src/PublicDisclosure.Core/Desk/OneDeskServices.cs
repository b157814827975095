using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Core.Desk;

/// <summary>The one desk and what contributes to it. Other nouns register their own source beside themselves.</summary>
internal static class OneDeskServices
{
    public static void AddOneDesk(this IServiceCollection services)
    {
        services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<OneDesk>();
        services.AddSingleton<IPeriodicJob, TellOfTasks>();
        services.AddScoped<IDeskSource, DisclosureDeskSource>();
        services.AddScoped<IDeskSource, StandingDeskSource>();
        services.AddScoped<IDeskSource, DutyDeskSource>();
        services.AddScoped<IDeskSource, UpkeepDeskSource>();
    }
}
