using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Runs the seeds in order, each in a scope of its own.</summary>
public sealed class DatabaseSeed(IServiceScopeFactory scopes, ILogger<DatabaseSeed> log)
{
    /// <summary>Every seed, in the order in which they need each other.</summary>
    public static IReadOnlyList<SeedStep> Steps { get; } =
    [
        new(typeof(OrganisationSeed), SeedKind.Reference),
        new(typeof(CalendarSeed), SeedKind.Reference),
        new(typeof(MaskingRuleSeed), SeedKind.Reference),
        new(typeof(CatalogueSeed), SeedKind.Reference),
        new(typeof(ListingColumnsSeed), SeedKind.Reference),
        new(typeof(WordListSeed), SeedKind.Reference),
        new(typeof(Letters.LetterChannelSeed), SeedKind.Reference),
        new(typeof(DemoOrganisationSeed), SeedKind.DemoAccounts),
        new(typeof(DemoAccountsSeed), SeedKind.DemoAccounts),
        new(typeof(DemoCalendarSeed), SeedKind.DemoAccounts),
        new(typeof(DemoCatalogueSeed), SeedKind.DemoAccounts),
        new(typeof(DemoContentSeed), SeedKind.DemoContent),
        new(typeof(DemoResponseSeed), SeedKind.DemoContent),
        new(typeof(DemoErrorReportSeed), SeedKind.DemoContent),
        new(typeof(CoverageSeed), SeedKind.DemoContent),
        new(typeof(DemoLetterSeed), SeedKind.DemoContent),
    ];

    /// <summary>Registers the seeds and this class.</summary>
    public static void Register(IServiceCollection services)
    {
        services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        foreach (var step in Steps) services.TryAddScoped(step.Seed);
        services.AddScoped<Demo.DemoSeed>();
        services.AddScoped<DemoDisclosureRemoval>();
        services.AddSingleton<DatabaseSeed>();
    }

    /// <summary>Runs the seeds up to a kind.</summary>
    public async Task RunAsync(SeedKind upTo, CancellationToken stop)
    {
        foreach (var step in Steps.Where(step => step.Kind <= upTo))
        {
            var watch = Stopwatch.StartNew();
            await using var scope = scopes.CreateAsyncScope();
            var rows = await ((ISeed)scope.ServiceProvider.GetRequiredService(step.Seed)).RunAsync(stop);
            if (rows > 0) log.LogInformation("{Seed} entered {Rows} rows in {Elapsed} ms", step.Seed.Name, rows, watch.ElapsedMilliseconds);
        }
    }
}
