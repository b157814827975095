using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PublicDisclosure.Core;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;

namespace PublicDisclosure.TestKit;

/// <summary>Core as a site registers it, on a SQLite file of its own, seeded as far as a test asks.</summary>
public sealed class SeededSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("site-").FullName;
    private readonly ServiceProvider _services;

    private SeededSite(TestClock clock, int generated, string environment)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:DataFolder"] = _folder,
            ["Demo:Generated"] = generated.ToString(System.Globalization.CultureInfo.InvariantCulture),
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock.Provider);
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(new Surroundings(environment, _folder));
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddDisclosureCore(configuration, _folder);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>The site's services, for a scope of the test's own.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Makes the site and seeds it.</summary>
    public static async Task<SeededSite> CreateAsync(TestClock clock, SeedKind upTo, int generated = 0, string environment = "Development")
    {
        var site = new SeededSite(clock, generated, environment);
        await site.UseAsync<DisclosureDb>(db => db.Database.MigrateAsync());
        await site._services.GetRequiredService<DatabaseSeed>().RunAsync(upTo, CancellationToken.None);
        return site;
    }

    /// <summary>Reads or does something with a service in a scope of its own.</summary>
    public async Task<T> ReadAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Does something with a service in a scope of its own.</summary>
    public Task UseAsync<TService>(Func<TService, Task> use)
        where TService : notnull => ReadAsync<TService, bool>(async service =>
        {
            await use(service);
            return true;
        });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        KeptConnections.ClearAll();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Surroundings(string name, string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
