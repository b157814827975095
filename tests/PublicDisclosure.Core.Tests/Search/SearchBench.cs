using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Search;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Search;

/// <summary>One node's search over a store: its own index, its follower, its questions. Several benches are several nodes.</summary>
internal sealed class SearchBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DisclosureDesk _desk;
    private readonly bool _ownsFolder;

    public SearchBench(TestStore store, DisclosureDesk desk, string? folder = null)
    {
        (_desk, _ownsFolder) = (desk, folder is null);
        Folder = folder ?? Directory.CreateTempSubdirectory("search-").FullName;
        var services = new ServiceCollection();
        services.AddScoped(_ => store.Open());
        services.AddScoped<SearchDocuments>();
        services.AddSingleton(new AttachmentWords(desk.Files));
        _services = services.BuildServiceProvider();
        var scopes = _services.GetRequiredService<IServiceScopeFactory>();
        Index = new SearchIndex(Folder, NullLogger<SearchIndex>.Instance);
        Follower = new SearchFollower(Index, scopes, NullLogger<SearchFollower>.Instance);
        Books = new WordBooks(scopes, desk.Clock.Provider);
    }

    public string Folder { get; }

    public SearchIndex Index { get; }

    public SearchFollower Follower { get; }

    public WordBooks Books { get; }

    /// <summary>Asks, as the page does.</summary>
    public async Task<SearchPage> FindAsync(string query, SearchFilter? filter = null, int from = 0, bool asTyped = false)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var plain = new DisclosureSearch(db, new DisclosureList(db, _desk.Clock.Business));
        return await new SiteSearch(Index, Follower, Books, plain, _desk.Clock.Business).FindAsync(query, filter ?? new SearchFilter(), from, asTyped);
    }

    /// <summary>Titles found, in order; rows of the catalogue and bodies left out.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(string query, SearchFilter? filter = null) =>
        [.. (await FindAsync(query, filter)).Rows.Where(r => r.Kind is not (SearchKind.Item or SearchKind.Organisation)).Select(r => r.PlainTitle)];

    /// <summary>Closes the index as the end of the process does.</summary>
    public async Task CloseAsync()
    {
        Index.Dispose();
        Follower.Dispose();
        await _services.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (_ownsFolder && Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
