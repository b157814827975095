using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>What every endpoint of the site must be.</summary>
internal static class EndpointRules
{
    /// <summary>Staff endpoints that anybody could reach: without a demand for a sign-in, or with one that is lifted.</summary>
    public static IEnumerable<string> OpenStaffEndpoints(IEnumerable<Endpoint> endpoints) =>
        Paths(endpoints.Where(IsOpen)).Where(path => path == "admin" || path.StartsWith("admin/", StringComparison.Ordinal));

    /// <summary>Staff endpoints that demand a sign-in but no permission.</summary>
    public static IEnumerable<string> StaffEndpointsWithoutPermission(IEnumerable<Endpoint> endpoints) => Paths(endpoints.Where(endpoint =>
            endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().All(demand => demand.Policy is null or Security.Policies.Staff)))
        .Where(path => path.StartsWith("admin/", StringComparison.Ordinal));

    /// <summary>Paths that anybody can reach.</summary>
    public static IEnumerable<string> OpenPaths(IEnumerable<Endpoint> endpoints) => Paths(endpoints.Where(IsOpen));

    /// <summary>Endpoints that take forms without their token.</summary>
    public static IEnumerable<string> WithoutFormToken(IEnumerable<Endpoint> endpoints) =>
        Paths(endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null));

    private static bool IsOpen(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is null;

    private static IEnumerable<string> Paths(IEnumerable<Endpoint> endpoints) => endpoints.OfType<RouteEndpoint>()
        // Files of wwwroot carry their own metadata; they are public by nature.
        .Where(endpoint => endpoint.Metadata.All(item => item.GetType().Name != "StaticAssetDescriptor"))
        .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal);
}
