using Microsoft.Extensions.Options;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>Absolute addresses for what leaves the site: feeds, prints, QR codes, the sitemap.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> options, IHttpContextAccessor accessor)
{
    /// <summary>Scheme and host without a final slash: the setting, else what the reader used.</summary>
    public string Base
    {
        get
        {
            if (options.Value.Address.Length > 0) return options.Value.Address;
            var request = accessor.HttpContext?.Request;
            return request is null ? "" : $"{request.Scheme}://{request.Host}{request.PathBase}";
        }
    }

    /// <summary>Host name alone, for the page tag <c>SiteDomain</c>.</summary>
    public string Domain => Uri.TryCreate(Base, UriKind.Absolute, out var uri) ? uri.Host : "";

    /// <summary>The absolute address of the page being read, without its filters; empty outside a request.</summary>
    public string Current => accessor.HttpContext?.Request is { } request ? Base + request.Path.ToUriComponent() : "";

    /// <summary>The absolute address of a path of this site.</summary>
    public string Of(string path) => Base + path;
}
