using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>What happens between building the site and opening its doors.</summary>
internal static class Startup
{
    /// <summary>
    /// In Production nothing is changed and everything is checked; elsewhere the database is created and migrated, and in
    /// Development filled with the demonstration.
    /// Returns false when the site must not run; the reasons have been written to the error output.
    /// </summary>
    public static async Task<bool> PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (!app.Environment.IsProduction())
        {
            await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
            if (app.Environment.IsDevelopment())
            {
                var demo = scope.ServiceProvider.GetRequiredService<IOptions<DemoOptions>>().Value;
                await scope.ServiceProvider.GetRequiredService<DatabaseSeed>().RunAsync(demo.Kind, CancellationToken.None);
            }
            return true;
        }
        var problems = await scope.ServiceProvider.GetRequiredService<StartupChecks>().ProblemsAsync(CancellationToken.None);
        if (problems.Count == 0) return true;
        await Console.Error.WriteLineAsync("The site does not start in Production:");
        foreach (var problem in problems) await Console.Error.WriteLineAsync("- " + problem);
        return false;
    }
}
