using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// The only door for markup into a page: HTML that the Markdown renderer of Core made and sanitised, frozen with a
/// version. The salutation is marked, signature and date at the end stand on the right, as on paper. <c>&lt;markdown html="Model.BodyHtml" /&gt;</c>. Never give it text a person typed.
/// </summary>
[HtmlTargetElement("markdown", Attributes = "html")]
public sealed partial class MarkdownTagHelper : TagHelper
{
    /// <summary>HTML from the renderer.</summary>
    public string? Html { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("prose");
        var html = Html ?? "";
        // Only the last two paragraphs can be the signature: a long document is not searched from its beginning.
        var end = html.LastIndexOf("<p>", StringComparison.Ordinal);
        if (end > 0 && html.LastIndexOf("<p>", end - 1, StringComparison.Ordinal) is >= 0 and var start)
            html = Signature().Replace(html, "<p class=\"signature\">$1</p>\n<p class=\"signature\">$2</p>", 1, start);
        output.Content.SetHtmlContent(Salutation().Replace(html, "<p class=\"salutation\">$1</p>"));
    }

    // Whom the document addresses: the first paragraph, ending in a colon.
    [GeneratedRegex(@"^<p>([^<>]{2,300}：)</p>")]
    private static partial Regex Salutation();

    // Who signs (a short line without a full stop) and the date alone, as the last two paragraphs.
    [GeneratedRegex(@"<p>([^<>。；：，]{2,40})</p>\s*<p>(\d{4}年\d{1,2}月\d{1,2}日)</p>\s*$")]
    private static partial Regex Signature();
}
