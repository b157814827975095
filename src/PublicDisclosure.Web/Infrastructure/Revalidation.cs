using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>Marks an endpoint that is no page but whose answers are revalidated like pages: feeds, made documents, tables.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RevalidatedAttribute : Attribute;

/// <summary>
/// Public answers go out with <c>Cache-Control: no-cache</c> and an <c>ETag</c> over their bytes: a browser may keep a page but
/// must ask before it shows it again, so that nothing that was withdrawn is read from a cache (RFC 9111, 5.2.2.4). An unchanged
/// page costs an answer without a body (304).
/// </summary>
public static class Revalidation
{
    /// <summary>The directive of every public answer.</summary>
    public const string CacheControl = "no-cache";

    /// <summary>Adds it, for requests to which it <see cref="Applies"/>.</summary>
    public static IApplicationBuilder UseRevalidation(this IApplicationBuilder app) => app.Use(AnswerAsync);

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var body = new BufferedAnswer(original.Stream);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body, original));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(original);
        }

        await SendAsync(context, body);
    }

    /// <summary>Whether this request asks for an answer of that kind; whether it is public its own <c>Cache-Control</c> says in the end.</summary>
    public static bool Applies(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return false;
        var metadata = context.GetEndpoint()?.Metadata;
        return metadata?.GetMetadata<PageActionDescriptor>() is not null || metadata?.GetMetadata<RevalidatedAttribute>() is not null;
    }

    private static async Task SendAsync(HttpContext context, BufferedAnswer body)
    {
        var headers = context.Response.GetTypedHeaders();
        // Staff pages and forms with a token say no-store themselves, and that stands.
        if (!context.Response.HasStarted && headers.CacheControl?.NoStore != true)
        {
            context.Response.Headers.CacheControl = CacheControl;
            // The layout writes the reader's mode into the page.
            if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null) context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
            if (context.Response.StatusCode == StatusCodes.Status200OK && body.Length > 0)
            {
                var tag = new EntityTagHeaderValue($"\"{body.Hash()}\"");
                headers.ETag = tag;
                if (Matches(context.Request, tag))
                {
                    context.Response.StatusCode = StatusCodes.Status304NotModified;
                    context.Response.ContentLength = null;
                    context.Response.Headers.Remove(HeaderNames.ContentType);
                    return;
                }
            }
        }

        if (!context.Response.HasStarted && body.Length > 0) context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await body.SendAsync(context.RequestAborted);
    }

    /// <summary>Whether the reader has the answer of this tag already.</summary>
    internal static bool Matches(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(asked => asked.Equals(EntityTagHeaderValue.Any) || asked.Compare(tag, useStrongComparison: false));
}
