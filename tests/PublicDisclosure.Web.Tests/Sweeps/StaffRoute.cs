using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>A staff address with parameters: who may ask it, and how.</summary>
/// <param name="Pattern">The route as written, without leading slash.</param>
/// <param name="Permissions">Permissions it demands, all of them.</param>
/// <param name="Reads">It answers GET.</param>
/// <param name="PostHandlers">Names of its form handlers; empty for the unnamed one.</param>
internal sealed record StaffRoute(string Pattern, IReadOnlyList<Permission> Permissions, bool Reads, IReadOnlyList<string> PostHandlers)
{
    /// <summary>Every staff address that carries an id or another value.</summary>
    public static IReadOnlyList<StaffRoute> WithParameters(IEnumerable<Endpoint> endpoints) =>
    [
        .. endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.Parameters.Count > 0)
            .Select(endpoint => (Path: endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint.Metadata))
            .Where(endpoint => endpoint.Path.StartsWith("admin/", StringComparison.OrdinalIgnoreCase))
            .Select(endpoint => Of(endpoint.Path, endpoint.Metadata)).OrderBy(route => route.Pattern, StringComparer.Ordinal),
    ];

    /// <summary>Whether a role meets the demands in its own organisation only.</summary>
    public bool IsFor(StaffRole role) => !RolePermissions.IsCityWide(role) && Permissions.All(RolePermissions.Of(role).Contains);

    private static StaffRoute Of(string path, EndpointMetadataCollection metadata)
    {
        var permissions = metadata.GetOrderedMetadata<IAuthorizeData>().Select(demand => demand.Policy)
            .Where(policy => policy is not null and not Security.Policies.Staff).Select(policy => Enum.Parse<Permission>(policy!)).Distinct().ToList();
        if (metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page) return new(path, permissions, Reads: true, []);
        return new(
            path, permissions, page.HandlerMethods.Any(handler => handler.HttpMethod == "Get"),
            [.. page.HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => handler.Name ?? "")]);
    }
}
