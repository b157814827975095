using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// Links to the page before and after by position, keeping the filters of the address:
/// <c>&lt;pager next="@Model.List.Next" previous="@Model.List.Previous" /&gt;</c> links to <c>?after=…</c> and <c>?before=…</c>.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    private static readonly string[] PositionKeys = ["after", "before"];

    /// <summary>Position after the last row, or null.</summary>
    public string? Next { get; set; }

    /// <summary>Position before the first row, or null.</summary>
    public string? Previous { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // A null in the page arrives here as an empty text.
        if (string.IsNullOrEmpty(Next) && string.IsNullOrEmpty(Previous))
        {
            output.Drop();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("pager");
        output.Attributes.SetAttribute("aria-label", "翻页");
        Link(output, "prev", "before", Previous, "← 上一页");
        Link(output, "next", "after", Next, "下一页 →");
    }

    private void Link(TagHelperOutput output, string rel, string key, string? position, string text)
    {
        if (string.IsNullOrEmpty(position)) return;
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query
            .Where(pair => !PositionKeys.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => KeyValuePair.Create(pair.Key, v!))))
        {
            { key, position },
        };
        var link = new TagBuilder("a");
        link.Attributes["rel"] = rel;
        link.Attributes["href"] = request.PathBase + request.Path + query.ToString();
        link.InnerHtml.Append(text);
        output.Content.AppendHtml(link);
    }
}
