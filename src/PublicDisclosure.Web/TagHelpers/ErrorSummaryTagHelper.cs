using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// Every error of the page in one list at its top, in the order of the form and each linked to its field where the page shows one, and the
/// files that have to be chosen again; nothing when there is no error.
/// <c>&lt;error-summary /&gt;</c>
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .Distinct().ToList();
        if (errors.Count == 0)
        {
            output.Drop();
            return;
        }

        if (LostFiles.In(ViewContext.HttpContext) is { Count: > 0 } files) errors.Add((files[0].Name, LostFiles.Sentence(files)));
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Content.AppendHtml("<h2 id=\"error-summary-title\">请先处理以下问题</h2><ul>");
        output.Content.AppendHtml(new Lines(errors, FieldOrder.Of(ViewContext.HttpContext))).AppendHtml("</ul>");
    }

    /// <summary>The list itself, sorted when it is written: by then every field has told its place.</summary>
    private sealed class Lines(IReadOnlyList<(string Key, string Message)> errors, FieldOrder order) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var lines = new HtmlContentBuilder();
            foreach (var ((_, id), message) in errors.Select(e => (Field: order.Find(e.Key), e.Message)).OrderBy(e => e.Field.Place))
            {
                lines.AppendHtml("<li>");
                if (id is null) lines.Append(message);
                else lines.AppendHtml("<a href=\"#").Append(id).AppendHtml("\">").Append(message).AppendHtml("</a>");
                lines.AppendHtml("</li>");
            }

            lines.WriteTo(writer, encoder);
        }
    }
}
