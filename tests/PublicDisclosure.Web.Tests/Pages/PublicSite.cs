using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages;

/// <summary>The whole site on a temporary SQLite file with the real migrations and a small published world.</summary>
public sealed class PublicSite : IAsyncLifetime
{
    private SqliteStore _store = null!;
    private WebApplicationFactory<Program> _factory = null!;
    private DisclosureDesk _desk = null!;

    internal PublicSample Sample { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.CreateAsync();
        _desk = await DisclosureDesk.CreateAsync(_store);
        Sample = await PublicSample.CreateAsync(_store, _desk);
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Testing");
            host.UseSetting("ConnectionStrings:Disclosure", _store.ConnectionString);
            host.UseSetting("Storage:DataFolder", Path.GetDirectoryName(_store.DatabaseFile)!);
            host.UseSetting("PageCache:CheckEvery", "00:00:00");
            host.UseSetting("Site:Address", "https://www.example.gov.cn");
            host.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(_desk.Clock.Provider);
                services.AddSingleton<IAttachmentStore>(_desk.Files);
                services.RunNoJobs();
            });
        });
        Client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
    }

    /// <summary>Waits until the search index holds everything.</summary>
    public Task<int> CatchUpSearchAsync() => _factory.Services.GetRequiredService<Core.Search.SearchFollower>().CatchUpAsync();

    /// <summary>A client that keeps no cookies.</summary>
    public HttpClient CreatePlainClient() =>
        _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });

    /// <summary>Asks for a page and parses it.</summary>
    public async Task<PublicPage> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new PublicPage(response.StatusCode, text, new HtmlParser().ParseDocument(text));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _factory.DisposeAsync();
        _desk.Dispose();
        await _store.DisposeAsync();
    }
}

/// <summary>An answer of the site.</summary>
public sealed record PublicPage(HttpStatusCode Status, string Text, IHtmlDocument Document)
{
    public string? Meta(string name) => Document.QuerySelector($"meta[name={name}]")?.GetAttribute("content");

    public string Main => Document.QuerySelector("main")!.TextContent;
}

/// <summary>One site for all tests that only read.</summary>
[CollectionDefinition(nameof(PublicSite))]
public sealed class PublicSiteGroup : ICollectionFixture<PublicSite>;
