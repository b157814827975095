using Microsoft.AspNetCore.Diagnostics;
using PublicDisclosure.Web.Endpoints.Api;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>One page per status code, with a trace id that the reader can quote.</summary>
public static class StatusPages
{
    /// <summary>
    /// Answers errors with the pages under <c>/status</c>. A failed POST is re-executed as a GET, else the error page
    /// would be asked for a form token that it does not have.
    /// </summary>
    public static IApplicationBuilder UseStatusPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        return app.Use(async (context, next) =>
        {
            var method = context.Request.Method;
            var failed = context.Features.Get<IExceptionHandlerFeature>() is not null
                || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
            if (failed && AskedFor(context) is var asked && asked.StartsWith(ApiProblems.Root, StringComparison.Ordinal))
            {
                await ApiProblems.WriteAsync(context, asked);
                return;
            }

            if (failed && !HttpMethods.IsHead(method)) context.Request.Method = HttpMethods.Get;
            await next(context);
            // The request log outside must say what was asked for.
            context.Request.Method = method;
        });
    }

    /// <summary>The path of the request that failed; a program is answered with a problem document instead of a page.</summary>
    private static string AskedFor(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";
}
