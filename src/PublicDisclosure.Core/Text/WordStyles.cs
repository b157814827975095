using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace PublicDisclosure.Core.Text;

/// <summary>Properties that a paragraph or run has by its style, its style's ancestors and the document's defaults.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, OpenXmlElement> _styles = [];
    private readonly string? _defaultParagraph;

    public WordStyles(StylesPart? part)
    {
        foreach (var style in part?.Styles?.ChildElements.Where(e => e.LocalName == "style") ?? [])
        {
            if (style.Val("styleId") is not { } id) continue;
            _styles.TryAdd(id, style);
            if (style.Val("type") == "paragraph" && style.Val("default") is "1" or "true") _defaultParagraph ??= id;
        }
    }

    /// <summary>The first answer along: own properties, style, its ancestors (never more than ten).</summary>
    public T? Find<T>(OpenXmlElement? own, string? styleId, string group, Func<OpenXmlElement, T?> read)
    {
        if (own is not null && read(own) is { } direct) return direct;
        var id = styleId ?? _defaultParagraph;
        for (var i = 0; i < 10 && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            if (style.Child(group) is { } properties && read(properties) is { } inherited) return inherited;
            id = style.Child("basedOn").Val();
        }

        return default;
    }

    /// <summary>The style's name in English as Word stores it (<c>heading 1</c>, <c>Title</c>), in lower case.</summary>
    public string Name(string? styleId) => styleId is not null && _styles.TryGetValue(styleId, out var style) ? (style.Child("name").Val() ?? styleId).ToLowerInvariant() : "";
}
