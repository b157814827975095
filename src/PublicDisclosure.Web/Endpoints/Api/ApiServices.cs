using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>Settings of section <c>OpenData</c> that concern the web.</summary>
public sealed class ApiOptions
{
    public const string Section = "OpenData";

    /// <summary>How many requests one network address may send to the read API in a minute.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Addresses in one file of the sitemap; search engines take 50,000.</summary>
    [Range(1, 50_000)]
    public int AddressesPerSitemap { get; set; } = 50_000;
}

/// <summary>What the read API needs from the container.</summary>
public static class ApiServices
{
    /// <summary>Policy by which scripts of every site may read; nothing personal is sent along and nothing can be changed.</summary>
    public const string AnyOrigin = "open-data";

    /// <summary>Name of the limit of requests.</summary>
    public const string Limit = "open-data";

    /// <summary>Registers it.</summary>
    public static IServiceCollection AddReadApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ApiDesk>();
        services.AddSingleton<IPeriodicJob, MakeDownloads>();
        services.AddCors(cors => cors.AddPolicy(AnyOrigin, policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head)
            .WithHeaders(HeaderNames.IfNoneMatch, HeaderNames.Accept).WithExposedHeaders(HeaderNames.ETag, HeaderNames.Link, HeaderNames.ContentDisposition).SetPreflightMaxAge(TimeSpan.FromDays(1))));
        services.AddRateLimiter(options => options.AddPolicy(Limit, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value.RequestsPerMinute, Window = TimeSpan.FromMinutes(1) })));
        services.AddOpenApi(ApiDescription.Configure);
        return services;
    }
}
