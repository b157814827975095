using Microsoft.AspNetCore.Mvc.Filters;
using PublicDisclosure.Core.Coverage;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// After every form was handled and before it is answered, counts anew what the form changed: who publishes and looks at the
/// coverage sees it at once. What cannot be counted now is left to the job.
/// </summary>
public sealed class CoverageFollows(CoverageUpdates updates) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await next();
        if (HttpMethods.IsPost(context.HttpContext.Request.Method)) await updates.TryWorkOffAsync(context.HttpContext.RequestAborted);
    }
}
