using System.Net;
using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>A link or picture in a published page.</summary>
/// <param name="Written">As it stands in the page.</param>
/// <param name="IsPicture">It is shown, not followed.</param>
internal sealed record PageLink(string Written, bool IsPicture)
{
    /// <summary>It leads to another host.</summary>
    public bool IsElsewhere { get; private init; }

    /// <summary>It is written to a person, not to a page.</summary>
    public bool IsMail { get; private init; }

    /// <summary>Path on this site, percent-decoded; empty where it leads elsewhere.</summary>
    public string Path { get; private init; } = "";

    /// <summary>Place within the page itself; empty where the link leaves it.</summary>
    public string OwnPlace { get; private init; } = "";

    /// <summary>Reads what a page's own base makes of a written address.</summary>
    /// <param name="written">As it stands in the page.</param>
    /// <param name="isPicture">It is a picture.</param>
    /// <param name="page">Path of the page.</param>
    /// <param name="ownHost">Host of this site; empty when it is not set.</param>
    public static PageLink Read(string written, bool isPicture, string page, string ownHost)
    {
        var link = new PageLink(written, isPicture);
        if (written.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return link with { IsMail = true };
        if (written.StartsWith('#')) return link with { OwnPlace = Uri.UnescapeDataString(written[1..]) };
        var site = new Uri("http://site.invalid");
        if (!Uri.TryCreate(new Uri(site, page), written, out var uri)) return link with { Path = written };
        if (uri.Host != site.Host && !string.Equals(uri.Host, ownHost, StringComparison.OrdinalIgnoreCase)) return link with { IsElsewhere = true };
        return link with { Path = Uri.UnescapeDataString(uri.AbsolutePath) };
    }
}

/// <summary>Finds the links, pictures and places of a rendered page. The HTML is the renderer's own, behind its wall, so that its form is known.</summary>
internal static partial class PageLinks
{
    /// <summary>Every link and picture, once.</summary>
    public static IReadOnlyList<PageLink> In(string html, string page, string ownHost) =>
    [
        .. Anchor().Matches(html).Select(m => PageLink.Read(WebUtility.HtmlDecode(m.Groups[1].Value), false, page, ownHost))
            .Concat(Picture().Matches(html).Select(m => PageLink.Read(WebUtility.HtmlDecode(Source().Match(m.Value).Groups[1].Value), true, page, ownHost)))
            .Distinct(),
    ];

    /// <summary>Whether the page has a place of this name.</summary>
    public static bool HasPlace(string html, string place) => html.Contains($"id=\"{WebUtility.HtmlEncode(place)}\"", StringComparison.Ordinal);

    [GeneratedRegex("<a\\s[^>]*?href=\"([^\"]*)\"")]
    private static partial Regex Anchor();

    [GeneratedRegex("<img\\b[^>]*>")]
    private static partial Regex Picture();

    [GeneratedRegex("\\ssrc=\"([^\"]*)\"")]
    private static partial Regex Source();
}
