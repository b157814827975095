using Microsoft.Extensions.DependencyInjection;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>Registers the catalogue's use cases and queries.</summary>
internal static class CatalogueServices
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddScoped<CatalogueAuthority>();
        services.AddScoped<CatalogueStore>();
        services.AddScoped<CatalogueQueries>();
        services.AddScoped<DutyRebuild>();
        services.AddScoped<EditionEditor>();
        services.AddScoped<RowConfirmation>();
        services.AddScoped<EditionInForce>();
        services.AddScoped<TownshipAdoption>();
        services.AddScoped<DomainLeads>();
        services.AddScoped<NotApplicableReader>();
        services.AddScoped<RuleTables>();
        return services;
    }
}
