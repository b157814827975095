using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using PublicDisclosure.Core.Text.Charts;
using PublicDisclosure.Core.Text.Media;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// Draws charts and sets players. <see cref="HtmlWall"/> lets no drawing and no player through, whoever wrote it; so each figure
/// leaves a mark that nobody can guess, and takes its place behind the wall.
/// </summary>
internal sealed class FenceRenderer : CodeBlockRenderer
{
    private readonly string _nonce = Guid.NewGuid().ToString("N");
    private readonly List<string> _figures = [];

    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        if (Fence.Of(block) is not { } fence || _figures.Count >= ChartLimits.PerText)
        {
            base.Write(renderer, block);
        }
        else if (fence.Chart is not null || fence.Media is not null)
        {
            _figures.Add(fence.Chart is { } chart ? ChartFigure.Html(chart, _figures.Count + 1) : MediaFigure.Html(fence.Media!));
            renderer.EnsureLine();
            renderer.WriteLine(Mark(_figures.Count - 1));
        }
        else
        {
            renderer.EnsureLine();
            renderer.WriteLine("<div class=\"fence-fault\"><p>这里的图表或者媒体内容有误，没有画出来。原文如下：</p>");
            base.Write(renderer, block);
            renderer.WriteLine("</div>");
        }
    }

    /// <summary>The page behind the wall with its figures.</summary>
    public string Fill(string html)
    {
        for (var i = 0; i < _figures.Count; i++) html = html.Replace(Mark(i), _figures[i], StringComparison.Ordinal);
        return html;
    }

    private string Mark(int place) => $"<div id=\"figure-{_nonce}-{place.ToString(CultureInfo.InvariantCulture)}\"></div>";
}
