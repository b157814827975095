using Microsoft.Extensions.DependencyInjection;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>Registers the catalogue's use cases and queries.</summary>
internal static class CatalogueServices
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddScoped<DutyRebuild>();
        return services;
    }
}
