using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// The only door for markup into a page: HTML that the Markdown renderer of Core made and sanitised, frozen with a
/// version. <c>&lt;markdown html="Model.BodyHtml" /&gt;</c>. Never give it text a person typed.
/// </summary>
[HtmlTargetElement("markdown", Attributes = "html")]
public sealed class MarkdownTagHelper : TagHelper
{
    /// <summary>HTML from the renderer.</summary>
    public string? Html { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("prose");
        output.Content.SetHtmlContent(Html ?? "");
    }
}
