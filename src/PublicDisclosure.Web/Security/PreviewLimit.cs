using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Security;

/// <summary>Bounds how many preview addresses one network address may ask for, right or wrong: nobody tries tokens one after the other.</summary>
public static class PreviewLimit
{
    /// <summary>Name of the policy, for <c>[EnableRateLimiting]</c>.</summary>
    public const string Policy = "preview";

    /// <summary>Adds the policy.</summary>
    public static void Register(RateLimiterOptions options) => options.AddPolicy(Policy, context =>
    {
        var limit = context.RequestServices.GetRequiredService<IOptions<PreviewOptions>>().Value.RequestsPerMinute;
        return RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) });
    });
}
