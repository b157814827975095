using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// Answers requests that no handler of a page takes, such as a POST to a page that only reads: Razor Pages would show the page
/// without having loaded anything.
/// </summary>
public sealed class HandlerGuard : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // The page of an error is shown under the method of the request that failed.
        if (context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null) return;
        // A page without any handler has nothing to load; it may be read, and nothing else.
        var reads = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);
        if (context.HandlerMethod is not null || (reads && context.ActionDescriptor.HandlerMethods.Count == 0)) return;
        context.Result = new StatusCodeResult(reads ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
