namespace PublicDisclosure.Core.Disclosures.Imports;

/// <summary>Address of a page on the old site: whole (<c>http://...</c>), or from the root of its site (<c>/2019/1.html</c>).</summary>
internal static class OldAddress
{
    /// <summary>True for an address of either form, and for none.</summary>
    public static bool IsGood(string text) => text.Length == 0 || (text.Length <= Disclosure.OriginalAddressLength && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && (IsFromRoot(text) || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0)));

    /// <summary>One spelling for one page: scheme and host small, without usual port and without the place within the page.</summary>
    public static string Normalise(string text)
    {
        var page = text.Split('#', 2)[0];
        if (page.Length == 0 || IsFromRoot(page) || !Uri.TryCreate(page, UriKind.Absolute, out var uri)) return page;
        var rest = page[(page.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var path = rest.IndexOfAny(['/', '?']);
        return uri.Scheme + "://" + uri.Authority.ToLowerInvariant() + (path < 0 ? "/" : rest[path] == '/' ? rest[path..] : "/" + rest[path..]);
    }

    /// <summary>The spellings under which a page may be kept: old sites answered with and without encryption.</summary>
    public static IEnumerable<string> Forms(string address) =>
        address.Length == 0 ? [] : IsFromRoot(address) ? [address] : ["http://" + Key(address), "https://" + Key(address)];

    /// <summary>What tells a page from others: the address without its scheme.</summary>
    public static string Key(string address) => IsFromRoot(address) ? address : address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];

    /// <summary>True for <c>/2019/1.html</c>: which site is meant depends on the organisation.</summary>
    public static bool IsFromRoot(string address) => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal);
}
