using Microsoft.Net.Http.Headers;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>A file of a draft for the holder of its preview link: <c>/preview/{token}/files/{fileId}</c>.</summary>
public static class PreviewFileEndpoint
{
    public static async Task<IResult> GetAsync(string token, Guid fileId, PreviewReader reader, IAttachmentStore store, HttpContext http, CancellationToken stop)
    {
        PreviewHeaders.Set(http.Response);
        if (await reader.OpenFileAsync(token, fileId, stop) is not { } file || !store.Exists(file.Hash)) return Results.NotFound();
        var kind = FileKind.OfExtension(file.Kind);
        var disposition = new ContentDispositionHeaderValue(kind?.MayShowInline == true ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ContentSecurityPolicy = AttachmentEndpoint.SandboxPolicy;
        return TypedResults.File(store.Open(file.Hash), kind?.MimeType ?? "application/octet-stream");
    }
}
