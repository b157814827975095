using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Desk;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>Registers what plans, gates and shows the interpretation of policies.</summary>
internal static class InterpretationServices
{
    public static void AddInterpretations(this IServiceCollection services)
    {
        services.AddOptions<InterpretationOptions>().BindConfiguration(InterpretationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<InterpretationContentOptions>().BindConfiguration(InterpretationContentOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<InterpretationDesk>();
        services.AddScoped<InterpretationGate>();
        services.AddScoped<InterpretationRelease>();
        services.AddScoped<OwedInterpretations>();
        services.AddScoped<QuestionReader>();
        services.AddScoped<InterpretationReader>();
        services.AddScoped<InterpretationSheets>();
        services.AddScoped<IDeskSource, InterpretationDeskSource>();
    }
}
