using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Coverage;

/// <summary>The site over the small world that was counted by hand (<see cref="CoverageWorld"/>), on its day, without jobs.</summary>
public sealed class CoverageSite : IAsyncLifetime
{
    private SqliteStore _store = null!;
    private WebApplicationFactory<Program> _factory = null!;

    internal DisclosureDesk Desk { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.CreateAsync();
        Desk = await CoverageWorld.CreateAsync(_store);
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Testing");
            host.UseSetting("ConnectionStrings:Disclosure", _store.ConnectionString);
            host.UseSetting("Storage:DataFolder", Path.GetDirectoryName(_store.DatabaseFile)!);
            host.UseSetting("Logging:ToConsole", "false");
            host.UseSetting("PageCache:CheckEvery", "00:00:00");
            host.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(Desk.Clock.Provider);
                services.RunNoJobs();
            });
        });
        Client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
    }

    /// <summary>Asks for a page and parses it; {民政局} stands for the address part of an organisation, {救助资金} for the code of an item.</summary>
    public async Task<PublicPage> GetAsync(string path)
    {
        using var response = await Client.GetAsync(await FillAsync(path), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new PublicPage(response.StatusCode, text, new HtmlParser().ParseDocument(text));
    }

    public Task<byte[]> BytesAsync(string path) => Client.GetByteArrayAsync(path, TestContext.Current.CancellationToken);

    public Task<T> ReadAsync<T>(Func<DisclosureDb, Task<T>> read) => _store.ReadAsync(read);

    /// <summary>Counts everything and takes the months that have ended, as the daily job does.</summary>
    public async Task TakeAsync()
    {
        await CoverageWorld.CountAsync(_store, Desk.Clock);
        await using var db = _store.Open();
        await new CoverageSnapshots(db, Desk.Clock.Business).TakeAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>An address with names filled in.</summary>
    public Task<string> FillAsync(string path) => _store.ReadAsync(db =>
    {
        foreach (var organisation in db.Organisations) path = path.Replace($"{{{organisation.ShortName}}}", organisation.Slug, StringComparison.Ordinal);
        foreach (var item in db.Items) path = path.Replace($"{{{item.Text.Level1}}}", item.Code, StringComparison.Ordinal);
        return Task.FromResult(path);
    });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _factory.DisposeAsync();
        Desk.Dispose();
        await _store.DisposeAsync();
    }

    /// <summary>Text without the white space of the markup.</summary>
    internal static string Flat(INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
