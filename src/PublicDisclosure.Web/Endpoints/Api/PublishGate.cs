using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.ApiKeys;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>How many requests each key may still send in this minute, on this node.</summary>
public sealed class PublishLimit(IOptions<PublishApiOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.Create<Guid, Guid>(key => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.RequestsPerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Takes one; the time to wait when there is none left.</summary>
    public TimeSpan? Refused(Guid keyId)
    {
        using var lease = _limiter.AttemptAcquire(keyId);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}

/// <summary>
/// Stands before every endpoint of the publish API: key first, then scope, then the limit, and only then is anything read. Cookies
/// count for nothing here, so there is nothing for another site's form to misuse.
/// </summary>
public static class PublishGate
{
    private const string Scheme = "Bearer ";

    /// <summary>Puts the gate before an endpoint.</summary>
    public static RouteHandlerBuilder RequireKey(this RouteHandlerBuilder endpoint, ApiScopes scope) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        var opened = await http.RequestServices.GetRequiredService<ApiKeyGate>().OpenAsync(Presented(http.Request), scope, http.RequestAborted);
        if (opened.Value is not { } holder) return PublishProblems.Of(http, opened.Refusals);
        if (http.RequestServices.GetRequiredService<PublishLimit>().Refused(holder.KeyId) is { } wait) return PublishProblems.TooMany(http, wait);
        http.Items[typeof(KeyHolder)] = holder;
        return await next(context);
    });

    /// <summary>Who was let in.</summary>
    public static KeyHolder Holder(this HttpContext http) => (KeyHolder)http.Items[typeof(KeyHolder)]!;

    private static string? Presented(HttpRequest request) => request.Headers.Authorization.ToString() is var header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        ? header[Scheme.Length..].Trim() : null;
}
