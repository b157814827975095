using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text.Media;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// Markdown to safe HTML, for published versions and for the editor's preview alike. HTML in the text is shown as text;
/// addresses obey <see cref="UrlRule"/>; <see cref="HtmlWall"/> stands behind. Safe to call from many threads.
/// </summary>
public static class MarkdownRenderer
{
    /// <summary>Stored with every published version; raise it when the same Markdown would give other HTML.</summary>
    public const string RendererVersion = "2";

    /// <summary>Renders a text. Never throws on content: see <see cref="RenderedText.Refusal"/>.</summary>
    public static RenderedText Render(string? markdown)
    {
        markdown ??= "";
        if (MarkdownLimits.Check(markdown) is { } refusal) return AsTyped(markdown, refusal);
        try
        {
            return Rendered(MarkdownDialect.Parse(markdown));
        }
        catch (ArgumentException)
        {
            // Parser and renderer have a depth limit of their own; it is the only content that they refuse.
            return AsTyped(markdown, new Refusal("Text.NestedTooDeeply", null, 0));
        }
    }

    private static RenderedText Rendered(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        MarkdownDialect.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new TableHtmlRenderer());
        var fences = new FenceRenderer();
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(fences);
        renderer.Render(document);
        var headings = document.Descendants<HeadingBlock>()
            .Select(h => new RenderedHeading(h.Level, MarkdownDialect.Id(h), PlainTextWriter.Inlines(h.Inline))).ToList();
        var figures = Fence.AllOf(document);
        return new RenderedText(fences.Fill(HtmlWall.Pass(writer.ToString())), headings, PlainTextWriter.Write(document))
        {
            Faults = [.. figures.SelectMany(f => f.Faults.Select(fault => new FigureFault(f.Line, fault)))],
            Media = [.. figures.Select(f => f.Media).OfType<MediaBlock>()],
            HasChart = figures.Any(f => f.Chart is not null),
        };
    }

    private static RenderedText AsTyped(string markdown, Refusal refusal)
    {
        var text = ChineseText.RemoveForbidden(markdown.Length > MarkdownLimits.MaxLength ? markdown[..MarkdownLimits.MaxLength] : markdown);
        return new RenderedText($"<pre>{WebUtility.HtmlEncode(text)}</pre>", [], text, refusal);
    }
}
