using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Tests.Infrastructure;

/// <summary>
/// The whole site on a database of its own: real migrations, reference data, demo accounts, no demo documents.
/// Use it as a class fixture: <c>public sealed class XTests(SiteFactory site) : IClassFixture&lt;SiteFactory&gt;</c>.
/// </summary>
public sealed class SiteFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("site-").FullName;

    /// <summary>Settings beside the usual ones; set before the first request.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Replaces services (clock, mail); set before the first request.</summary>
    public Action<IServiceCollection>? Replace { get; set; }

#pragma warning disable RS0030 // The site of these tests runs by the system's clock; tests that move time use TestSite.
    /// <summary>The clock of the site.</summary>
    public static BusinessClock Clock { get; } = new(TimeProvider.System);
#pragma warning restore RS0030

    /// <summary>The data folder of the site.</summary>
    public string Folder => _folder;

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "disclosure.db") }.ToString();

    public async ValueTask InitializeAsync() => await SeededDatabase.CopyToAsync(Path.Combine(_folder, "disclosure.db"));

    /// <summary>A visitor with cookies of their own who does not follow redirects.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A signed-in demo account.</summary>
    public async Task<HttpClient> StaffAsync(string userName)
    {
        var client = Visitor();
        await client.SignInAsAsync(userName);
        return client;
    }

    /// <summary>Reads in a context of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<DisclosureDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        return await read(db);
    }

    /// <summary>Changes rows behind the site's back, as somebody else would meanwhile.</summary>
    public async Task WriteAsync(Func<DisclosureDb, Task> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        await change(db);
        await db.SaveChangesAsync();
    }

    /// <summary>Calls a service of the site, e.g. a workflow.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Id of a seeded organisation.</summary>
    public Task<Guid> OrganisationAsync(string slug) => ReadAsync(db => db.Organisations.Where(o => o.Slug == slug).Select(o => o.Id).SingleAsync());

    /// <summary>Id of an account.</summary>
    public Task<Guid> UserAsync(string userName) => ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        KeptConnections.Clear(ConnectionString);
        Directory.Delete(_folder, recursive: true);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:DataFolder", _folder);
        builder.UseSetting("PageCache:CheckEvery", "00:00:00");
        builder.UseSetting("ConnectionStrings:Disclosure", ConnectionString);
        builder.UseSetting("Demo:Content", "false");
        builder.UseSetting("SignIn:AttemptsPerMinute", "100000");
        builder.UseSetting("PublicForms:FewestSeconds", "0");
        builder.UseSetting("PublicForms:PerHour", "100000");
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = SeededDatabase.PasswordIterations);
            services.RunNoJobs();
            Replace?.Invoke(services);
        });
    }

}
