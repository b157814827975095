using Microsoft.Extensions.DependencyInjection;

namespace PublicDisclosure.Core.Desk;

/// <summary>The one desk and what contributes to it. Other nouns register their own source beside themselves.</summary>
internal static class OneDeskServices
{
    public static void AddOneDesk(this IServiceCollection services)
    {
        services.AddScoped<OneDesk>();
        services.AddScoped<IDeskSource, DisclosureDeskSource>();
        services.AddScoped<IDeskSource, StandingDeskSource>();
        services.AddScoped<IDeskSource, DutyDeskSource>();
        services.AddScoped<IDeskSource, UpkeepDeskSource>();
    }
}
