using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Desk;

namespace PublicDisclosure.Core.OpinionCases;

/// <summary>What works on public-opinion cases.</summary>
internal static class CaseServices
{
    public static void AddOpinionCases(this IServiceCollection services)
    {
        services.AddOptions<CaseOptions>().BindConfiguration(CaseOptions.Section).ValidateDataAnnotations()
            .Validate(o => o.FirstInformationHours <= o.ConferenceHours, "OpinionCases:FirstInformationHours must not exceed OpinionCases:ConferenceHours.").ValidateOnStart();
        services.AddScoped<CaseFiles>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<CaseQueries>();
        services.AddScoped<IDeskSource, CaseDeskSource>();
    }
}
