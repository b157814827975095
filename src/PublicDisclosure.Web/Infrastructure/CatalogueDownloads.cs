using System.Security.Claims;
using PublicDisclosure.Core.Catalogue.Export;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// Downloads of the standard catalogue: anybody gets a domain of the edition in force, staff get a whole edition, drafts too.
/// </summary>
public static class CatalogueDownloads
{
    /// <summary>Maps <c>/catalogue/{domain}/export.xlsx|csv</c> and <c>/admin/catalogue/editions/{id}/export.xlsx|csv</c>.</summary>
    public static void MapCatalogueDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/catalogue/{domain}/export.{format:regex(^(xlsx|csv)$)}",
            async (string domain, string format, CatalogueExports exports, CancellationToken cancel) =>
                Answer(await exports.OfDomainInForceAsync(domain, FormatOf(format), cancel), $"catalogue-{domain}.{format}"))
            .WithMetadata(new RevalidatedAttribute());
        routes.MapGet("/admin/catalogue/editions/{id:guid}/export.{format:regex(^(xlsx|csv)$)}",
            async (Guid id, string format, ClaimsPrincipal user, CatalogueExports exports, CancellationToken cancel) =>
                Answer(await exports.OfEditionAsync(id, FormatOf(format), user.GetStaffId(), cancel), $"catalogue-{id:N}.{format}"))
            .RequireAuthorization(Policies.CatalogueView);
    }

    private static CatalogueFormat FormatOf(string ending) => ending == "csv" ? CatalogueFormat.Csv : CatalogueFormat.Xlsx;

    private static IResult Answer(CatalogueDownload? download, string plain) =>
        download is null ? Results.NotFound() : new NamedFile(download.Content, download.ContentType, download.FileName, plain);
}
