using System.Globalization;
using System.Net;
using System.Text;

namespace PublicDisclosure.Core.Text.Media;

/// <summary>A media block as a figure of a page. Only addresses on this site are given to the browser.</summary>
public static class MediaFigure
{
    /// <summary>HTML of our own making, every text in it encoded.</summary>
    public static string Html(MediaBlock block)
    {
        var html = new StringBuilder($"<figure class=\"media media-{block.Kind.ToString().ToLowerInvariant()}\">");
        var file = Own(block.File);
        // A caption stands first or last in its figure (HTML, 4.4.13): here first, so that the words follow what they repeat.
        html.Append("<figcaption>").Append(E(block.Title));
        if (file is not null) html.Append(CultureInfo.InvariantCulture, $"<a class=\"media-download\" href=\"{E(file)}\"{(block.Kind == MediaKind.Picture ? "" : " download")}>{(block.Kind == MediaKind.Picture ? "查看大图" : "下载" + MediaBlock.Word(block.Kind))}</a>");
        html.Append("</figcaption>");
        if (file is null) html.Append("<p class=\"media-absent\">").Append(MediaBlock.Word(block.Kind)).Append("文件还没有上传。</p>");
        else if (block.Kind == MediaKind.Picture) html.Append(Show("img", file)).Append(CultureInfo.InvariantCulture, $" alt=\"{E(block.Title)}，图片内容见下方文字说明\" loading=\"lazy\">");
        else Player(html, block, file);
        html.Append("<div class=\"media-words\"><p class=\"media-words-name\">").Append(MediaBlock.WordsName(block.Kind)).Append("</p>");
        foreach (var paragraph in block.Words) html.Append("<p>").Append(E(paragraph)).Append("</p>");
        return html.Append("</div></figure>").ToString();
    }

    private static void Player(StringBuilder html, MediaBlock block, string file)
    {
        var tag = block.Kind == MediaKind.Audio ? "audio" : "video";
        // Nothing is fetched before somebody presses play: a film of a gigabyte is not everybody's wish.
        html.Append(CultureInfo.InvariantCulture, $"<{tag} controls preload=\"none\" aria-label=\"{E(MediaBlock.Word(block.Kind) + "：" + block.Title)}\"");
        if (block.Kind == MediaKind.Video && Own(block.Poster) is { } poster) html.Append(CultureInfo.InvariantCulture, $" poster=\"{E(poster)}\"");
        html.Append('>').Append(CultureInfo.InvariantCulture, $"<source src=\"{E(file)}\" type=\"{(block.Kind == MediaKind.Audio ? "audio/mpeg" : "video/mp4")}\">");
        if (Own(block.Captions) is { } captions) html.Append(CultureInfo.InvariantCulture, $"<track kind=\"captions\" srclang=\"zh-CN\" label=\"中文字幕\" src=\"{E(captions)}\" default>");
        html.Append("您的浏览器不能播放，请下载后观看，或者阅读下方文字稿。").Append(CultureInfo.InvariantCulture, $"</{tag}>");
    }

    private static string Show(string tag, string address) => $"<{tag} src=\"{E(address)}\"";

    private static string? Own(string address) => address.StartsWith('/') && UrlRule.IsRelative(address) ? address : null;

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
