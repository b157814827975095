using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Core.Search;

/// <summary>What search registers.</summary>
internal static class SearchServices
{
    /// <summary>Folder of the indexes below the data folder; no backup holds it.</summary>
    private const string FolderName = "search";

    public static void AddSearch(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(provider => new SearchIndex(Path.Combine(dataFolder, FolderName), provider.GetRequiredService<ILogger<SearchIndex>>()));
        services.AddSingleton<SearchFollower>();
        services.AddSingleton<WordBooks>();
        services.AddSingleton<AttachmentWords>();
        services.AddScoped<SearchDocuments>();
        services.AddScoped<SiteSearch>();
        services.AddScoped<SearchWordDesk>();
        services.AddScoped<SearchSuggestions>();
        services.AddSingleton<IPeriodicJob, PurgeSearchChanges>();
    }
}
