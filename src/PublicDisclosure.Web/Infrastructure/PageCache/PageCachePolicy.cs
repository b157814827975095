using System.Data.Common;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Freshness;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Infrastructure.PageCache;

/// <summary>
/// What is kept, under which key, for how long. The key holds the name of the state of the database that the page depends on
/// (<see cref="PublicState"/>), asked for before the page is rendered: when something it shows has changed, the page is simply not found
/// any more, on this node and on all others. It also holds the date, because pages count days, the reader's mode and the encoding.
/// </summary>
internal sealed partial class PageCachePolicy(PublicState state, BusinessClock clock, IOptions<PageCacheOptions> options, PageCookies cookies, ILogger<PageCachePolicy> logger)
    : IOutputCachePolicy
{
    private readonly TimeSpan _page = TimeSpan.FromSeconds(options.Value.PageSeconds), _list = TimeSpan.FromSeconds(options.Value.ListSeconds);

    /// <inheritdoc/>
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (!options.Value.Enabled || !IsForAll(http)) return;
        var encoding = PageEncoding.Settle(http.Request);
        var address = http.Request.RouteValues.TryGetValue("address", out var value) ? value as string : null;
        var isDisclosure = address is not null && http.Request.Path.StartsWithSegments("/disclosures");
        try
        {
            var tag = isDisclosure ? PublicTags.OrganisationOf(address!) : PublicTags.Lists;
            var name = await state.NameAsync(PublicTags.Everything, tag, cancellation);
            if (http.Features.Get<KeptAnswer>() is { } kept) (kept.Tag, kept.State, kept.For) = (tag, name, isDisclosure ? _page : _list);
            context.CacheVaryByRules.CacheKeyPrefix = $"{clock.Today.DayNumber} {name} {ReadingMode.Of(http.Request).Key} {encoding}";
        }
        catch (DbException exception)
        {
            // Without the database nothing says that a kept page is still right.
            LogUnknown(exception);
            return;
        }

        context.CacheVaryByRules.QueryKeys = "*";
        context.ResponseExpirationTimeSpan = isDisclosure ? _page : _list;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.HttpContext.Features.Get<KeptAnswer>()?.Take(context.HttpContext);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        // A page that sets a cookie or holds a form's token belongs to one reader.
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0 || response.GetTypedHeaders().CacheControl?.NoStore == true)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private bool IsForAll(HttpContext http) =>
        Revalidation.Applies(http)
        && http.GetEndpoint()?.Metadata.GetMetadata<NeverKeptAttribute>() is null
        && !cookies.IsPersonal(http.Request);

    [LoggerMessage(LogLevel.Error, "The database could not be asked whether kept pages are still right; they are not used")]
    private partial void LogUnknown(Exception exception);
}
