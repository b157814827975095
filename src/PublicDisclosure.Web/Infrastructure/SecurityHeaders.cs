using Microsoft.Extensions.Primitives;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// Headers every answer carries: nothing from elsewhere, nothing inline, no framing, no guessing of types. An endpoint
/// that needs a stricter policy (attachments: sandbox) sets its own before; this one never overwrites.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>The content security policy of pages.</summary>
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly (string Name, StringValues Value)[] Headers =
    [
        ("Content-Security-Policy", PagePolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    /// <summary>Adds the headers to every answer, error pages and files included.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Add, context.Response);
        return next(context);
    });

    private static Task Add(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        foreach (var (name, value) in Headers) headers.TryAdd(name, value);
        return Task.CompletedTask;
    }
}
