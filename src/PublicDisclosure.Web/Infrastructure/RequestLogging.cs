using System.Security.Claims;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Events;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>One line per request: method, path, status, time, and the ids of a signed-in user.</summary>
public static class RequestLogging
{
    /// <summary>Put after static files; what stands before it is not logged.</summary>
    public static IApplicationBuilder UseRequestLogging(this IApplicationBuilder app) =>
        app.UseSerilogRequestLogging(options => Configure(options, app.ApplicationServices.GetRequiredService<Serilog.ILogger>()));

    private static void Configure(RequestLoggingOptions options, Serilog.ILogger logger)
    {
        options.Logger = logger;
        options.IncludeQueryInRequestPath = false;
        options.GetMessageTemplateProperties = (context, path, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("RequestPath", new ScalarValue(PreviewHeaders.Loggable(path))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
        options.EnrichDiagnosticContext = (log, context) =>
        {
            log.Set("TraceId", context.TraceIdentifier);
            if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user) log.Set("UserId", user);
        };
        options.GetLevel = (context, _, failure) => (failure, context.Response.StatusCode) switch
        {
            (not null, _) or (_, >= 500) => LogEventLevel.Error,
            _ when context.Request.Path.StartsWithSegments("/health") => LogEventLevel.Verbose,
            _ => LogEventLevel.Information,
        };
    }
}
