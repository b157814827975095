using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;
using StackExchange.Redis;

namespace PublicDisclosure.Web.Infrastructure.PageCache;

/// <summary>Registers the cache of public pages and puts it into the pipeline.</summary>
internal static class PageCacheServices
{
    // Pages that are made anew are better than pages that wait.
    private const int RedisMilliseconds = 500;

    public static IServiceCollection AddPageCache(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PageCacheOptions>().BindConfiguration(PageCacheOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PageCookies>();
        services.AddSingleton<PageCachePolicy>();
        services.AddSingleton<ReadyAnswers>();
        services.AddOutputCache(options => options.AddBasePolicy(policy => policy.AddPolicy<PageCachePolicy>(), excludeDefaultPolicy: true));
        services.AddOptions<OutputCacheOptions>().Configure<Microsoft.Extensions.Options.IOptions<PageCacheOptions>>((cache, pages) =>
        {
            cache.SizeLimit = pages.Value.Megabytes * 1024L * 1024;
            cache.MaximumBodySize = pages.Value.LargestKilobytes * 1024L;
        });
        if (configuration.GetSection(PageCacheOptions.Section)[nameof(PageCacheOptions.Redis)] is { Length: > 0 } redis) services.AddSharedStore(redis);
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "application/problem+json", "application/ld+json", "text/csv"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Replace(ServiceDescriptor.Singleton<IResponseCompressionProvider, PageCompression>());
        return services;
    }

    /// <summary>First of all, behind what says which site was asked for: pages that are ready need nothing of the rest.</summary>
    public static IApplicationBuilder UseReadyAnswers(this IApplicationBuilder app)
    {
        var ready = app.ApplicationServices.GetRequiredService<ReadyAnswers>();
        return app.Use((context, next) => ready.AnswerAsync(context, next));
    }

    /// <summary>
    /// Behind routing, because the endpoint tells whether an answer is public; before the request log, sign-in and limits, because a kept
    /// page needs none of them. Behind it come the tag over the bytes as they go out, and their compression.
    /// </summary>
    public static IApplicationBuilder UsePageCache(this IApplicationBuilder app)
    {
        app.UseOutputCache();
        // The cache compares tags itself; a page that is made to be kept must be a whole one.
        return app.Use((context, next) =>
        {
            if (context.Features.Get<IOutputCacheFeature>()?.Context.AllowCacheStorage == true) context.Request.Headers.Remove(HeaderNames.IfNoneMatch);
            return next(context);
        });
    }

    /// <summary>The tag over an answer's bytes, and their compression before it.</summary>
    public static IApplicationBuilder UseTaggedPages(this IApplicationBuilder app) =>
        app.UseWhen(Revalidation.Applies, pages => pages.UseRevalidation().UseResponseCompression());

    private static void AddSharedStore(this IServiceCollection services, string connection)
    {
        services.AddStackExchangeRedisOutputCache(options =>
        {
            var redis = ConfigurationOptions.Parse(connection);
            redis.AbortOnConnectFail = false;
            redis.AsyncTimeout = redis.SyncTimeout = redis.ConnectTimeout = RedisMilliseconds;
            options.ConfigurationOptions = redis;
            options.InstanceName = "disclosure:";
        });
        var store = services.Last(service => service.ServiceType == typeof(IOutputCacheStore));
        services.Replace(ServiceDescriptor.Singleton<IOutputCacheStore>(provider => new GuardedStore(
            (IOutputCacheStore)(store.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, store.ImplementationType!)),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<GuardedStore>>())));
    }
}
