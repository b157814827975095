using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>What every page must be, whoever reads it and with whatever.</summary>
internal static partial class PageRules
{
    private static readonly string[] SiteTags = ["SiteName", "SiteDomain", "SiteIDCode"];

    /// <summary>Everything wrong with a page.</summary>
    public static IEnumerable<string> Faults(IDocument page) =>
        [.. Frame(page), .. Headings(page), .. Controls(page), .. Targets(page), .. Ids(page), .. Inline(page)];

    /// <summary>Missing page tags of 政府网站发展指引 (国办发〔2017〕47号); a utility page (sign-in, errors) belongs to no column.</summary>
    public static IEnumerable<string> TagFaults(IDocument page, bool isHome, bool isUtility)
    {
        IEnumerable<string> wanted = SiteTags;
        if (!isHome && !isUtility)
            wanted = [.. wanted, "ColumnName", "ColumnType", .. Tag(page, "ArticleTitle") is null ? (string[])["ColumnDescription", "ColumnKeywords"] : ["PubDate", "ContentSource"]];
        foreach (var name in wanted)
            if (string.IsNullOrWhiteSpace(Tag(page, name))) yield return $"no page tag {name}";
        if (Tag(page, "PubDate") is { } published && !PubDate().IsMatch(published)) yield return $"PubDate '{published}' is not yyyy-MM-dd HH:mm";
    }

    private static IEnumerable<string> Frame(IDocument page)
    {
        if (page.QuerySelectorAll("h1").Length is var count && count != 1) yield return $"{count} h1";
        if (string.IsNullOrWhiteSpace(page.QuerySelector("h1")?.TextContent)) yield return "h1 is empty";
        if (page.DocumentElement.GetAttribute("lang") != "zh-CN") yield return "no lang";
        if (string.IsNullOrWhiteSpace(page.Title)) yield return "no title";
        if (page.QuerySelectorAll("main").Length != 1) yield return "not one main";
    }

    private static IEnumerable<string> Headings(IDocument page)
    {
        var before = 0;
        foreach (var heading in page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6"))
        {
            var level = heading.LocalName[1] - '0';
            if (before > 0 && level > before + 1) yield return $"h{level} after h{before}: {heading.TextContent.Trim()}";
            before = level;
        }
    }

    private static IEnumerable<string> Controls(IDocument page) => page
        .QuerySelectorAll("input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea")
        .Where(control => !IsLabelled(page, control)).Select(control => $"no label: {control.LocalName} {control.GetAttribute("name")} {control.Id}");

    private static bool IsLabelled(IDocument page, IElement control) =>
        !string.IsNullOrWhiteSpace(control.GetAttribute("aria-label"))
        || (control.GetAttribute("aria-labelledby") is { } ids && ids.Split(' ').All(id => HasText(page.GetElementById(id))))
        || HasText(control.Closest("label"))
        || (control.Id is { Length: > 0 } own && page.QuerySelectorAll("label").Any(label => label.GetAttribute("for") == own && HasText(label)));

    private static bool HasText(IElement? element) => !string.IsNullOrWhiteSpace(element?.TextContent);

    private static IEnumerable<string> Targets(IDocument page)
    {
        foreach (var target in page.QuerySelectorAll("a[href], button"))
        {
            var isNamed = HasText(target) || !string.IsNullOrWhiteSpace(target.GetAttribute("aria-label"))
                || target.QuerySelectorAll("img[alt]").Any(image => !string.IsNullOrWhiteSpace(image.GetAttribute("alt")));
            if (!isNamed) yield return $"empty {target.LocalName} {target.GetAttribute("href")}";
        }

        foreach (var image in page.QuerySelectorAll("img:not([alt])")) yield return $"no alt: {image.GetAttribute("src")}";
    }

    private static IEnumerable<string> Ids(IDocument page)
    {
        foreach (var twice in page.QuerySelectorAll("[id]").CountBy(element => element.Id!).Where(count => count.Value > 1)) yield return $"id twice: {twice.Key}";
        foreach (var element in page.QuerySelectorAll("[aria-describedby], [aria-labelledby], [aria-controls]"))
            foreach (var name in new[] { "aria-describedby", "aria-labelledby", "aria-controls" })
                foreach (var id in (element.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    if (page.GetElementById(id) is null) yield return $"{name} to nothing: {id}";
        foreach (var label in page.QuerySelectorAll("label[for]"))
            if (page.GetElementById(label.GetAttribute("for")!) is null) yield return $"label for nothing: {label.GetAttribute("for")}";
    }

    private static IEnumerable<string> Inline(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll("[style], style, script:not([src]):not([type='application/ld+json'])")) yield return $"inline: {element.LocalName}";
        foreach (var element in page.All)
            foreach (var attribute in element.Attributes)
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) yield return $"inline: {element.LocalName} {attribute.Name}";
    }

    private static string? Tag(IDocument page, string name) => page.QuerySelector($"meta[name='{name}']")?.GetAttribute("content");

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$")]
    private static partial Regex PubDate();
}
