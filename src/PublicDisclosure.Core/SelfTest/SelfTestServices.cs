using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>Registers the self-test, its passes in the order in which they run, and its nightly job.</summary>
internal static class SelfTestServices
{
    public static void AddSelfTest(this IServiceCollection services)
    {
        services.AddOptions<SelfTestOptions>().BindConfiguration(SelfTestOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SiteTagOptions>().BindConfiguration(SiteTagOptions.Section);
        services.AddSelfTestPasses();
        services.AddScoped<SelfTestReader>();
        services.AddSingleton<RunSelfTests>();
        services.AddSingleton<IPeriodicJob>(provider => provider.GetRequiredService<RunSelfTests>());
    }

    /// <summary>The walks. The site's settings come before the documents, which close what both look for.</summary>
    public static void AddSelfTestPasses(this IServiceCollection services)
    {
        services.AddScoped<SiteColumns>();
        services.AddScoped<SelfTestPass, ColumnPass>();
        services.AddScoped<SelfTestPass, SitePass>();
        services.AddScoped<SelfTestPass, DocumentPass>();
        services.AddScoped<SelfTestPass, InterpretationPass>();
        services.AddScoped<SelfTestPass, ResponsePass>();
        services.AddScoped<SelfTestPass, Letters.LetterPass>();
        services.AddScoped<SelfTestPass, WordCheckPass>();
        services.AddScoped<SelfTestPass, WordFindingPass>();
    }
}
