namespace PublicDisclosure.Core.Text;

/// <summary>
/// Which addresses a text may point to: relative ones (never <c>//host</c>), http, https and mailto. Everything else,
/// known or not, is refused; a list of dangerous schemes would always be one short.
/// </summary>
public static class UrlRule
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    /// <summary>True when a link may carry this address. Judged after Markdown has decoded entities and escapes.</summary>
    public static bool AllowsLink(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Length > 2000) return false;
        // Browsers drop tabs and line breaks inside an address and read a backslash as a slash.
        if (url.Any(c => c <= ' ' || c == '\\' || c == '\u3000' || char.IsControl(c)) || ChineseText.HasForbiddenCharacters(url)) return false;
        var end = url.AsSpan().IndexOfAny(":/?#");
        if (end < 0 || url[end] != ':') return !url.StartsWith("//", StringComparison.Ordinal);
        var scheme = url[..end];
        return Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>True when an address is on this site. Pictures must be: pages load nothing from third parties.</summary>
    public static bool IsRelative(string? url)
    {
        if (url is null || !AllowsLink(url)) return false;
        var end = url.AsSpan().IndexOfAny(":/?#");
        return end < 0 || url[end] != ':';
    }
}
