using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Core.WordLists;

/// <summary>Registers the word lists and their nightly check.</summary>
internal static class WordListServices
{
    public static void AddWordLists(this IServiceCollection services)
    {
        services.AddScoped<WordListEditor>();
        services.AddScoped<WordReader>();
        services.AddSingleton<CheckPublicWords>();
        services.AddSingleton<IPeriodicJob>(provider => provider.GetRequiredService<CheckPublicWords>());
    }
}
