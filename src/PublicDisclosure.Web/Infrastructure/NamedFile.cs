using Microsoft.Net.Http.Headers;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// A file made by us, under its Chinese name and, for programs that only read the plain one, under a name in ASCII of its own: left to
/// the framework that would be a row of underscores (RFC 6266, appendix D).
/// </summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Name">Its name, with its ending.</param>
/// <param name="Plain">Its name in ASCII, with its ending.</param>
public sealed record NamedFile(byte[] Content, string ContentType, string Name, string Plain) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(Name);
        disposition.FileName = Plain;
        httpContext.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(Content, ContentType).ExecuteAsync(httpContext);
    }
}
