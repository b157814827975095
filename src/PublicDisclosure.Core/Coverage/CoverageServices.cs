using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Core.Coverage;

/// <summary>What the coverage registers.</summary>
internal static class CoverageServices
{
    public static void AddCoverage(this IServiceCollection services)
    {
        services.AddOptions<CoverageOptions>().BindConfiguration(CoverageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<DutyBook>();
        services.AddScoped<RecordBook>();
        services.AddScoped<CoverageRefresh>();
        services.AddScoped<CoverageUpdates>();
        services.AddScoped<CoverageSnapshots>();
        services.AddScoped<CoverageQueries>();
        services.AddScoped<CoverageLists>();
        services.AddScoped<DutyDesk>();
        services.AddScoped<DutyLists>();
        services.AddScoped<ZeroReportQueries>();
        services.AddScoped<ContentCheckReader>();
        services.AddScoped<CoverageRanking>();
        services.AddSingleton<RefreshCoverage>();
        services.AddSingleton<IPeriodicJob>(provider => provider.GetRequiredService<RefreshCoverage>());
    }
}
