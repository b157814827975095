using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>The routes of the site, for telling addresses of one kind and the forms they take.</summary>
internal sealed class SiteMap
{
    private readonly HashSet<string> _fixed;
    private readonly List<(string Shape, IReadOnlyList<string> Posts)> _pages;

    private SiteMap(IReadOnlyList<RouteEndpoint> endpoints)
    {
        _fixed = [.. endpoints.SelectMany(e => e.RoutePattern.RawText!.ToLowerInvariant().Split('/')).Where(s => s.Length > 0 && !s.Contains('{', StringComparison.Ordinal))];
        _pages = [.. endpoints.Select(e => (Shape: ShapeOf(e.RoutePattern.RawText!), Page: e.Metadata.GetMetadata<CompiledPageActionDescriptor>())).Where(e => e.Page is not null)
            .Select(e => (e.Shape, (IReadOnlyList<string>)[.. e.Page!.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name ?? "")]))];
    }

    public static SiteMap Of(IEnumerable<Endpoint> endpoints) => new([.. endpoints.OfType<RouteEndpoint>()]);

    /// <summary>
    /// The kind of an address: its fixed parts, a star for each value, and the names in its query. /catalogue/x/y and
    /// /catalogue/x/z are of one kind.
    /// </summary>
    public string ShapeOf(string address)
    {
        var parts = address.Split('#')[0].Split('?');
        var path = string.Join('/', parts[0].Trim('/').ToLowerInvariant().Split('/').Select(segment => segment.Length == 0 || _fixed.Contains(segment) ? segment : "*"));
        IEnumerable<string> names = parts.Length < 2 ? [] : parts[1].Split('&').Select(pair => pair.Split('=')[0]).Distinct().Order(StringComparer.Ordinal);
        return $"/{path}?{string.Join('&', names)}".TrimEnd('?');
    }

    /// <summary>Whether a page takes a form under this address, its handler included.</summary>
    public bool TakesForm(string address)
    {
        var parts = address.Split('#')[0].Split('?');
        var segments = parts[0].Trim('/').ToLowerInvariant().Split('/');
        var handler = parts.Length < 2 ? "" : parts[1].Split('&').Where(pair => pair.StartsWith("handler=", StringComparison.OrdinalIgnoreCase)).Select(pair => pair[8..]).FirstOrDefault("");
        return _pages.Any(page => IsOf(page.Shape.Trim('/').Split('/'), segments) && page.Posts.Contains(handler, StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsOf(string[] shape, string[] segments) =>
        shape.Length == segments.Length && shape.Zip(segments).All(pair => pair.First == "*" || pair.First == pair.Second);
}

/// <summary>Something a page points at.</summary>
/// <param name="Address">Path and query, absolute within the site; null where it leads elsewhere.</param>
/// <param name="Fragment">Id of the target within it, or empty.</param>
/// <param name="IsForm">A form that is posted there.</param>
internal sealed record Reference(string? Address, string Fragment, bool IsForm)
{
    private static readonly (string Selector, string Attribute)[] Pointers =
        [("a[href], area[href]", "href"), ("link[href]", "href"), ("script[src]", "src"), ("img[src]", "src"), ("iframe[src]", "src"), ("source[src]", "src")];

    /// <summary>Everything a document points at, forms included.</summary>
    public static IEnumerable<Reference> In(IDocument document, string address)
    {
        foreach (var (selector, attribute) in Pointers)
            foreach (var element in document.QuerySelectorAll(selector))
                yield return To(element.GetAttribute(attribute)!, address, isForm: false);
        foreach (var form in document.QuerySelectorAll("form"))
        {
            var isPost = string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);
            var own = form.GetAttribute("action") is { Length: > 0 } action ? action : address;
            if (UsesOwnAction(form)) yield return To(own, address, isPost);
            foreach (var button in form.QuerySelectorAll("[formaction]"))
                yield return To(button.GetAttribute("formaction")!, address, isPost || button.GetAttribute("formmethod") == "post");
        }
    }

    /// <summary>Whether anything sends the form to its own action: not where every button names another.</summary>
    private static bool UsesOwnAction(IElement form)
    {
        var buttons = form.QuerySelectorAll("button:not([type=button]), input[type=submit]");
        return buttons.Length == 0
            ? form.QuerySelector("input:not([type=hidden]):not([type=checkbox])") is not null
            : buttons.Any(button => !button.HasAttribute("formaction"));
    }

    private static Reference To(string target, string from, bool isForm)
    {
        var site = new Uri("http://site.invalid");
        if (!Uri.TryCreate(new Uri(site, from), target, out var uri)) return new($"(malformed) {target}", "", isForm);
        return uri.Host != site.Host || !uri.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? new(null, "", isForm)
            : new(uri.PathAndQuery, Uri.UnescapeDataString(uri.Fragment.TrimStart('#')), isForm);
    }
}
