using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;

namespace PublicDisclosure.Web.Tests.Infrastructure;

/// <summary>
/// A database file with the real migrations, the reference data and the demo accounts, made once per test run and copied
/// for each site.
/// </summary>
internal static class SeededDatabase
{
    /// <summary>Enough for tests; the product's count makes each sign-in slow on purpose.</summary>
    public const int PasswordIterations = 1000;

    private static readonly Lazy<Task<byte[]>> Template = new(MakeAsync);

    /// <summary>Writes a copy to a path.</summary>
    public static async Task CopyToAsync(string path) => await File.WriteAllBytesAsync(path, await Template.Value);

    private static async Task<byte[]> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("seeded-").FullName;
        var file = Path.Combine(folder, "disclosure.db");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:DataFolder"] = folder,
            ["ConnectionStrings:Disclosure"] = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString(),
        }).Build();
        await using (var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddDisclosureCore(configuration, folder)
            .Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordIterations)
            .BuildServiceProvider())
        {
            await using (var scope = services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
            await services.GetRequiredService<DatabaseSeed>().RunAsync(SeedKind.DemoAccounts, CancellationToken.None);
        }

        var bytes = await File.ReadAllBytesAsync(file);
        Directory.Delete(folder, recursive: true);
        return bytes;
    }
}
