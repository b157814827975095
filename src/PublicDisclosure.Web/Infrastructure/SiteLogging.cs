using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// Structured logs: the console and a file per day. They carry user and organisation ids, never names, form values or
/// addresses with their query: a log is copied to places that the audit log is not.
/// </summary>
public static class SiteLogging
{
    private const int DaysKept = 30;
    private const long LargestFile = 100L * 1024 * 1024;

    private const string Readable =
        "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Logs to the console and to <c>logs</c> of the data folder; compact JSON outside Development.</summary>
    public static IHostApplicationBuilder AddSiteLogging(this IHostApplicationBuilder builder, string dataFolder)
    {
        builder.Services.AddSerilog((_, log) => Configure(log, builder, dataFolder), preserveStaticLogger: true);
        return builder;
    }

    private static void Configure(LoggerConfiguration log, IHostApplicationBuilder builder, string dataFolder)
    {
        log.MinimumLevel.Information()
            // The framework's own request lines carry the query string; ours (RequestLogging) do not.
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .Enrich.FromLogContext();
        var path = Path.Combine(dataFolder, "logs", "site-.log");
        var console = builder.Configuration.GetValue("Logging:ToConsole", true);
        if (builder.Environment.IsDevelopment())
        {
            if (console) log.WriteTo.Console(outputTemplate: Readable, formatProvider: null);
            log.WriteTo.File(path, outputTemplate: Readable, formatProvider: null, rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept);
        }
        else
        {
            if (console) log.WriteTo.Console(new CompactJsonFormatter());
            log.WriteTo.File(
                new CompactJsonFormatter(), path, rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept,
                fileSizeLimitBytes: LargestFile, rollOnFileSizeLimit: true);
        }
        log.ReadFrom.Configuration(builder.Configuration);
    }
}
