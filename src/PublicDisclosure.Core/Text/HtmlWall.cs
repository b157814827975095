using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// The second wall behind the Markdown parser: an allow-list of elements and attributes over the HTML it made. Whatever
/// a fault in the first wall lets through stops here.
/// </summary>
internal static class HtmlWall
{
    private static readonly HtmlSanitizer Sanitizer = Build();

    public static string Pass(string html) => Sanitizer.Sanitize(html);

    private static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Set("p", "br", "h2", "h3", "h4", "h5", "h6", "em", "strong", "a", "img", "ul", "ol", "li", "blockquote", "hr",
                "pre", "code", "table", "thead", "tbody", "tr", "th", "td", "div", "sup"),
            AllowedAttributes = Set("href", "src", "alt", "title", "id", "class", "colspan", "rowspan", "scope", "start", "type",
                "role", "tabindex", "aria-label"),
            AllowedSchemes = Set("http", "https", "mailto"),
            UriAttributes = Set("href", "src"),
        })
        {
            KeepChildNodes = true,
        };
        sanitizer.FilterUrl += (_, e) =>
        {
            if (e.SanitizedUrl is not null && !UrlRule.AllowsLink(e.OriginalUrl)) e.SanitizedUrl = null;
        };
        return sanitizer;
    }

    private static HashSet<string> Set(params string[] values) => new(values, StringComparer.OrdinalIgnoreCase);
}
