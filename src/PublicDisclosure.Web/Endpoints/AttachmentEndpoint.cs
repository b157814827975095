using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>
/// A file of a published version. Ranges are answered; types are never guessed; what a browser shows itself (pdf, pictures, sounds, films)
/// is shown without any rights, everything else downloads.
/// </summary>
public static class AttachmentEndpoint
{
    /// <summary>A sandbox without rights: no script, no forms, no other content, not even from this site.</summary>
    public const string SandboxPolicy = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    public static async Task<IResult> GetAsync(
        string address, int number, int ordinal, string name, DisclosureReader reader, IAttachmentStore store, HttpContext http, CancellationToken stop)
    {
        var reading = await reader.ReadAsync(address, PublicPart.Files, number, stop);
        if (!reading.IsOpen) return Results.StatusCode(reading.Status);
        var version = reading.Version;
        var file = version.Attachments.FirstOrDefault(a => a.Ordinal == ordinal);
        // The name is part of the address only so that saved files are well named; a wrong one is a wrong address.
        if (file is null || file.FileName != name || !store.Exists(file.Hash)) return Results.NotFound();

        var kind = FileKind.OfExtension(file.Kind);
        var disposition = new ContentDispositionHeaderValue(kind?.MayShowInline == true ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ContentSecurityPolicy = SandboxPolicy;
        IndexRules.Mark(http.Response, reading);
        // A file that is taken back must not live on in a browser: it asks each time, and its hash makes the answer cheap.
        http.Response.Headers.CacheControl = Revalidation.CacheControl;
        return TypedResults.File(
            store.Open(file.Hash), kind?.MimeType ?? "application/octet-stream",
            lastModified: version.PublishedAt, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }
}
