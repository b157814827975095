using System.Globalization;
using Microsoft.Net.Http.Headers;
using PublicDisclosure.Core.OpenData;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>A file of a whole data set: <c>/open-data/disclosures.csv</c>. One that still holds what was closed meanwhile is not given out.</summary>
public static class DownloadsEndpoint
{
    /// <summary>Its route.</summary>
    public const string Route = "/open-data/{file}";

    public static async Task<IResult> GetAsync(string file, DownloadShelf shelf, OpenDisclosures disclosures, HttpContext http, CancellationToken stop)
    {
        var set = await shelf.FindAsync(stop);
        var found = set?.Files.FirstOrDefault(f => f.Name == file);
        if (set is null || found is null) return Results.NotFound();
        if (file.StartsWith(MakeDownloads.Disclosures, StringComparison.Ordinal) && await disclosures.AnyClosedSinceAsync(set.AsOf, stop)) return ApiProblems.BeingMade(http);
        var path = shelf.PathOf(found);
        if (!File.Exists(path)) return ApiProblems.BeingMade(http);
        http.Response.Headers.CacheControl = Revalidation.CacheControl;
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return TypedResults.PhysicalFile(
            path, TypeOf(file), string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}-{set.AsOf:yyyyMMdd}{Path.GetExtension(file)}"), set.AsOf,
            new EntityTagHeaderValue($"\"{found.Sha256}\""), enableRangeProcessing: true);
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".csv" => "text/csv; charset=utf-8",
        ".xlsx" => ApiDesk.Xlsx,
        _ => "application/jsonl; charset=utf-8",
    };
}
