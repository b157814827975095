using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace PublicDisclosure.Web.Infrastructure.PageCache;

/// <summary>
/// Compresses what everybody may read. A page with a form's token is left as it is: compressed together with something a stranger may
/// choose, a secret can be guessed from the length (BREACH).
/// </summary>
internal sealed class PageCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    /// <inheritdoc/>
    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.GetTypedHeaders().CacheControl?.NoStore != true && context.Response.Headers.SetCookie.Count == 0 && base.ShouldCompressResponse(context);
}
