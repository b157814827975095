using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Benchmarks;

/// <summary>The real site on Kestrel and a data folder, in this process, with a clock around its whole pipeline.</summary>
internal sealed class BenchmarkSite : WebApplicationFactory<global::Program>
{
    private readonly string _folder;
    private readonly string _environment;
    private readonly bool _withJobs;
    private readonly bool _withDemo;
    private readonly bool _keepsPages;

    /// <summary>Starts it; Development seeds reference data and accounts, Staging takes the database as it is. Without jobs nothing runs beside what is measured; pages are made for every request unless they are to be kept; with the demonstration its pages are there.</summary>
    public BenchmarkSite(string folder, string environment, bool withJobs = true, bool withDemo = false, bool keepsPages = false)
    {
        (_folder, _environment, _withJobs, _withDemo, _keepsPages) = (folder, environment, withJobs, withDemo, keepsPages);
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Time the server took, request by request.</summary>
    public ServerTime Time { get; } = new();

    /// <summary>How many disclosures the public sees; set by the scenarios.</summary>
    public int Count { get; set; }

    /// <summary>A visitor who follows no redirects.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });

    /// <summary>Uses a service in a scope of its own, as a request would.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Directory.CreateDirectory(_folder);
        builder.UseContentRoot(BuiltProgram.Project);
        builder.UseEnvironment(_environment);
        builder.UseSetting("Storage:DataFolder", _folder);
        builder.UseSetting("Demo:Content", _withDemo ? "true" : "false");
        builder.UseSetting("Logging:ToConsole", "false");
        builder.UseSetting("PageCache:Enabled", _keepsPages ? "true" : "false");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IStartupFilter>(Time);
            if (!_withJobs) services.RemoveAll<IPeriodicJob>();
        });
    }
}
