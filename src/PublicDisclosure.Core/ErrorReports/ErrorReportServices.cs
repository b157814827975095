using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Core.ErrorReports;

/// <summary>What takes in and answers error reports.</summary>
internal static class ErrorReportServices
{
    public static void AddErrorReports(this IServiceCollection services)
    {
        services.AddOptions<ErrorReportOptions>().BindConfiguration(ErrorReportOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ErrorReportDesk>();
        services.AddScoped<ErrorReportReader>();
        services.AddScoped<IDeskSource, ErrorReportDeskSource>();
        services.AddSingleton<IPeriodicJob, ForgetReporters>();
    }
}
