using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Benchmarks.Load;

/// <summary>
/// Verb <c>bare-worker</c>, started by <c>load</c>: what Kestrel can do at best. <c>/bytes</c> returns an answer of the site from memory;
/// <c>/bare/{address}</c> is a Razor Page that runs one query, over the database as the framework's guide sets it up (<c>AddDbContext</c>,
/// <c>UseSqlite</c>); with <c>--database pooled</c> contexts wait in a pool, with <c>--database house</c> connections wait as well, with their prepared
/// statements, as in this product.
/// </summary>
internal static class BareWorker
{
    public static async Task<int> RunAsync(string folder, int port, string copyOf, string encoding, string database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        AddDatabase(builder.Services, folder, database);
        // Without the pages of the site, which this program refers to: their frame would be put around the bare page.
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(parts =>
        {
            foreach (var part in parts.ApplicationParts.Where(p => p.Name.StartsWith("PublicDisclosure.Web", StringComparison.Ordinal)).ToList()) parts.ApplicationParts.Remove(part);
        });
        await using var app = builder.Build();
        var (body, type, encoded) = await CopyAsync(copyOf, encoding);
        app.MapGet("/bytes", async http =>
        {
            http.Response.ContentType = type;
            http.Response.ContentLength = body.Length;
            if (encoded.Length > 0) http.Response.Headers.ContentEncoding = encoded;
            await http.Response.Body.WriteAsync(body);
        });
        app.MapRazorPages();
        await app.RunAsync();
        return 0;
    }

    private static void AddDatabase(IServiceCollection services, string folder, string database)
    {
        switch (database)
        {
            case "ordinary":
                services.AddDbContext<DisclosureDb, SqliteDisclosureDb>(Open);
                return;
            case "pooled":
                services.AddDbContextPool<DisclosureDb, SqliteDisclosureDb>(Open);
                return;
            case "house":
                services.AddDisclosureDatabase(new ConfigurationBuilder().Build(), folder);
                return;
            default:
                throw new ArgumentException($"Unknown database '{database}'; one of ordinary, pooled, house.", nameof(database));
        }

        void Open(DbContextOptionsBuilder options) => options.UseSqlite($"Data Source={Path.Combine(folder, "disclosure.db")}");
    }

    private static async Task<(byte[] Body, string? Type, string Encoded)> CopyAsync(string address, string encoding)
    {
        if (address.Length == 0) return ([], null, "");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", encoding);
        using var answer = await client.GetAsync(new Uri(address));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentType?.ToString(), string.Join(", ", answer.Content.Headers.ContentEncoding));
    }
}
