using Microsoft.AspNetCore.Razor.TagHelpers;
using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>Text in pieces, those that were looked for marked: <c>&lt;marked pieces="hit.Title" /&gt;</c></summary>
[HtmlTargetElement("marked", Attributes = "pieces", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkedTagHelper : TagHelper
{
    /// <summary>As stored; it is escaped here.</summary>
    public required IReadOnlyList<TextPiece> Pieces { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var piece in Pieces)
        {
            if (piece.IsHit) output.Content.AppendHtml("<mark>").Append(piece.Text).AppendHtml("</mark>");
            else output.Content.Append(piece.Text);
        }
    }
}
