using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PublicDisclosure.Web.Tests.Infrastructure;

/// <summary>An answer of the site, parsed.</summary>
internal sealed record SitePage(HttpStatusCode Status, Uri? Location, IHtmlDocument Document, string Path)
{
    /// <summary>Status as a number: 200, 302, 403, 404, 409, 422.</summary>
    public int Code => (int)Status;

    /// <summary>Text of the page's one h1.</summary>
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>Text of everything in the main part.</summary>
    public string Text => Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "";

    /// <summary>The lines of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".error-summary li").Select(e => e.TextContent.Trim())];

    /// <summary>Message left by the page before.</summary>
    public string Flash => Document.QuerySelector(".flash")?.TextContent.Trim() ?? "";

    /// <summary>The address a redirect leads to, without host.</summary>
    public string RedirectsTo => Location is null ? "" : Location.IsAbsoluteUri ? Location.PathAndQuery : Location.ToString();

    /// <summary>Current value of a field by its name.</summary>
    public string? Value(string name) => Document.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    public static async Task<SitePage> FromAsync(HttpResponseMessage response, string path) =>
        new(response.StatusCode, response.Headers.Location, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()), path);
}
