using Microsoft.Extensions.DependencyInjection;

namespace PublicDisclosure.Core.Responses;

/// <summary>What drafts and shows responses.</summary>
internal static class ResponseServices
{
    public static void AddResponses(this IServiceCollection services)
    {
        services.AddScoped<ResponseDesk>();
        services.AddScoped<ResponseReader>();
        services.AddScoped<DialogueReader>();
    }
}
