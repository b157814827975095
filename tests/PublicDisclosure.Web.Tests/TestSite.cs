using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Web.Tests;

/// <summary>
/// The whole site as it runs, on a migrated database, a data folder and a clock of its own. Nothing is seeded: a test adds
/// what it needs through <see cref="Store"/>.
/// </summary>
public sealed class TestSite : WebApplicationFactory<Program>
{
    private readonly string _environment;
    private readonly IReadOnlyDictionary<string, string?> _settings;

    private TestSite(SqliteStore store, string environment, IReadOnlyDictionary<string, string?> settings)
    {
        Store = store;
        _environment = environment;
        _settings = settings;
    }

    /// <summary>The database.</summary>
    public SqliteStore Store { get; }

    /// <summary>The site's clock.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Setting <c>Storage:DataFolder</c>.</summary>
    public string DataFolder { get; } = Directory.CreateTempSubdirectory("site-").FullName;

    /// <summary>Makes a site. It starts with the first client, or when <see cref="WebApplicationFactory{T}.Services"/> is asked for.</summary>
    /// <param name="environment">Neither Development nor Production unless a test is about those.</param>
    /// <param name="settings">Settings of this site.</param>
    public static async Task<TestSite> CreateAsync(string environment = "Test", params (string Key, string? Value)[] settings) =>
        new(await SqliteStore.CreateAsync(), environment, settings.ToDictionary(setting => setting.Key, setting => setting.Value));

    /// <summary>A visitor who sees redirects instead of following them.</summary>
    public HttpClient CreateVisitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Everything logged so far to the file. Read it after the site was disposed, so that nothing is still on its way.</summary>
    public string ReadLog()
    {
        var text = "";
        foreach (var file in Directory.EnumerateFiles(Path.Combine(DataFolder, "logs")))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            text += new StreamReader(stream).ReadToEnd();
        }
        return text;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("ConnectionStrings:Disclosure", Store.ConnectionString);
        builder.UseSetting("Storage:DataFolder", DataFolder);
        builder.UseSetting("Logging:ToConsole", "false");
        // The clock of a test stands still, and what a test has written it wants to see.
        builder.UseSetting("PageCache:CheckEvery", "00:00:00");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock.Provider));
    }
}
