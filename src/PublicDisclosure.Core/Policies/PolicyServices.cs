using Microsoft.Extensions.DependencyInjection;

namespace PublicDisclosure.Core.Policies;

/// <summary>Registers what keeps and shows the validity of documents.</summary>
internal static class PolicyServices
{
    public static void AddPolicies(this IServiceCollection services)
    {
        services.AddOptions<ValidityOptions>().BindConfiguration(ValidityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ValidityDesk>();
        services.AddScoped<ValidityReader>();
        services.AddScoped<ValidityLists>();
        services.AddScoped<CleanupRegister>();
        services.AddScoped<ReplacementChooser>();
    }
}
