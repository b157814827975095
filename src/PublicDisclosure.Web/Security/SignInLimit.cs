using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace PublicDisclosure.Web.Security;

/// <summary>Settings of section <c>SignIn</c>.</summary>
public sealed class SignInLimitOptions
{
    public const string Section = "SignIn";

    /// <summary>How many passwords or codes one address may send in a minute.</summary>
    [Range(1, 100_000)]
    public int AttemptsPerMinute { get; set; } = 20;

    /// <summary>Minutes without a request after which a session ends.</summary>
    [Range(5, 24 * 60)]
    public int IdleMinutes { get; set; } = 120;
}

/// <summary>Bounds how fast one address may guess passwords and codes. Reading the form is free.</summary>
public static class SignInLimit
{
    /// <summary>Name of the policy, for <c>[EnableRateLimiting]</c>.</summary>
    public const string Policy = "sign-in";

    /// <summary>Adds the policy.</summary>
    public static void Register(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, context =>
        {
            if (!HttpMethods.IsPost(context.Request.Method)) return RateLimitPartition.GetNoLimiter("read");
            var limit = context.RequestServices.GetRequiredService<IOptions<SignInLimitOptions>>().Value.AttemptsPerMinute;
            return RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) });
        });
    }
}
