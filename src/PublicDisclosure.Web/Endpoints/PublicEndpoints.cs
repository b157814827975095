using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Infrastructure.PageCache;
using PublicDisclosure.Web.Pages.Coverage;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>Public addresses that answer with something other than a page.</summary>
public static class PublicEndpoints
{
    /// <summary>Maps files, feeds and what machines read. All are open to everybody.</summary>
    public static void MapPublicEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/disclosures/{address}/versions/{number:int}/attachments/{ordinal:int}/{name}", Reading, AttachmentEndpoint.GetAsync).AllowAnonymous();
        routes.MapMethods("/disclosures/{address}/download", Reading, DownloadEndpoint.GetAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/disclosures/{code:length(18)}/{number:regex(^\\d{{4}}-\\d{{5}}$)}", Reading, IndexNumberEndpoint.GetAsync).AllowAnonymous();
        routes.MapMethods("/preview/{token}/files/{fileId:guid}", Reading, PreviewFileEndpoint.GetAsync).AllowAnonymous().RequireRateLimiting(PreviewLimit.Policy);
        foreach (var format in new[] { "json", "csv", "xlsx" })
        {
            routes.MapMethods("/coverage." + format, Reading, ([AsParameters] CoverageQuery query, CoverageQueries coverage, CoverageSnapshots snapshots, PublicCatalogue catalogue, BusinessClock clock, CancellationToken stop) =>
                CoverageEndpoint.GetAsync(format, query, coverage, snapshots, catalogue, clock, stop)).AllowAnonymous().Revalidated();
        }

        routes.MapMethods(ReadingMode.Address, Reading, ReadingModeEndpoint.Get).AllowAnonymous();
        routes.MapMethods("/feed.xml", Reading, FeedEndpoint.GetAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/policies/feed.xml", Reading, FeedEndpoint.PoliciesAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/letters/feed.xml", Reading, LetterFeedEndpoint.GetAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/interpretations/feed.xml", Reading, FeedEndpoint.InterpretationsAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/responses/feed.xml", Reading, FeedEndpoint.ResponsesAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/withdrawals/feed.xml", Reading, RegisterFeeds.WithdrawalsAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/policies/cleanup/feed.xml", Reading, RegisterFeeds.CleanupAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/forced-publications/feed.xml", Reading, RegisterFeeds.ForcedAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/letters/questions/feed.xml", Reading, RegisterFeeds.QuestionsAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/editions/feed.xml", Reading, RegisterFeeds.EditionsAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/search/suggest", Reading, SearchEndpoints.SuggestAsync).AllowAnonymous();
        routes.MapMethods("/search/feed.xml", Reading, SearchEndpoints.FeedAsync).AllowAnonymous().WithMetadata(new NeverKeptAttribute()).Revalidated();
        routes.MapMethods("/sitemap.xml", Reading, SitemapEndpoint.GetAsync).AllowAnonymous().Revalidated();
        routes.MapMethods("/robots.txt", Reading, RobotsEndpoint.GetAsync).AllowAnonymous().Revalidated();
    }

    private static void Revalidated(this IEndpointConventionBuilder endpoint) => endpoint.WithMetadata(new RevalidatedAttribute());

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
}
