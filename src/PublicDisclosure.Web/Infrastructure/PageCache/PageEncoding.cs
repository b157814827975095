using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PublicDisclosure.Web.Infrastructure.PageCache;

/// <summary>
/// The encodings pages go out in. What a client accepts is reduced to one of them before anything looks at it, so that the cache has
/// three entries of a page instead of one for every spelling, and nobody gets brotli who did not ask for it.
/// </summary>
internal static class PageEncoding
{
    public const string Brotli = "br", Gzip = "gzip", None = "identity";

    /// <summary>Writes the choice into the request, for all that stands behind.</summary>
    public static string Settle(HttpRequest request)
    {
        var chosen = Of(request.Headers.AcceptEncoding);
        request.Headers.AcceptEncoding = chosen;
        return chosen;
    }

    /// <summary>The best encoding that a client accepts (RFC 9110, 12.5.3).</summary>
    public static string Of(StringValues header)
    {
        if (StringValues.IsNullOrEmpty(header)) return None;
        var text = header.ToString();
        // Nearly everybody sends a plain list; only weights need reading.
        if (!text.Contains(';', StringComparison.Ordinal) && !text.Contains('*', StringComparison.Ordinal))
            return Names(text, Brotli) ? Brotli : Names(text, Gzip) ? Gzip : None;
        if (!StringWithQualityHeaderValue.TryParseList(header, out var values)) return None;
        double Quality(string name) =>
            values.Where(v => v.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(v => v.Quality ?? 1).DefaultIfEmpty(values.FirstOrDefault(v => v.Value == "*") is { } any && name != None ? any.Quality ?? 1 : 0).First();
        var (brotli, gzip) = (Quality(Brotli), Quality(Gzip));
        // A client that prefers the page as it is says so with a weight of its own.
        if (Quality(None) > Math.Max(brotli, gzip) || Math.Max(brotli, gzip) <= 0) return None;
        return brotli >= gzip ? Brotli : Gzip;
    }

    private static bool Names(string list, string name)
    {
        foreach (var part in list.AsSpan().Split(','))
            if (list.AsSpan(part).Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
