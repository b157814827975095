using Microsoft.AspNetCore.Components;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// Addresses of style sheets, scripts and pictures of the site. A layout links half a dozen on every page, and an element that is worked on takes
/// longer than looking its address up: <c>&lt;!link rel="stylesheet" href="@AssetAddress.Of(Context, "css/base.css")"&gt;</c>.
/// </summary>
public static class AssetAddress
{
    /// <summary>The address under which a file of <c>wwwroot</c> may be kept for good: with the mark of its bytes; the plain one where the build gave it none.</summary>
    public static string Of(HttpContext http, string path) => "/" + (http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path);
}
