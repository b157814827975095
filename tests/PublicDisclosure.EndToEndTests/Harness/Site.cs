using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>
/// The site as a developer starts it: Kestrel on a free port, migrated and seeded with the demonstration, in a data folder
/// of its own. Fewer documents are made from patterns than by default; those written by hand are all there.
/// </summary>
public sealed class Site : WebApplicationFactory<Program>
{
    private readonly string _dataFolder = Directory.CreateTempSubdirectory("journeys-").FullName;

    /// <summary>Prepares it; <see cref="Open"/> starts it.</summary>
    public Site() => UseKestrel(0);

    /// <summary>The time of the site.</summary>
    internal RunningClock Clock { get; } = new();

    /// <summary>Where a browser reaches it, e.g. <c>http://127.0.0.1:40123</c>, without a final slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Creates, seeds and starts the site.</summary>
    public void Open()
    {
        StartServer();
        Address = ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Reads the site's database, to find an address or to prove what a journey left behind.</summary>
    public async Task<T> ReadAsync<T>(Func<DisclosureDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<DisclosureDb>());
    }

    /// <summary>Runs a periodic job once, now, as its timer would; says how many things it did.</summary>
    public async Task<int> RunJobAsync(string name) =>
        await Services.GetServices<IPeriodicJob>().Single(j => j.Name == name).RunAsync(CancellationToken.None);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_dataFolder, recursive: true);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:DataFolder", _dataFolder);
        builder.UseSetting("Logging:ToConsole", "false");
        builder.UseSetting("PageCache:CheckEvery", "00:00:00");
        builder.UseSetting("Demo:Generated", "200");
        // Every journey signs in from the same address.
        builder.UseSetting("SignIn:AttemptsPerMinute", "100000");
        builder.UseSetting("PublicForms:FewestSeconds", "0");
        builder.UseSetting("PublicForms:PerHour", "100000");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
