using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// An element that is no <c>field</c> and whose errors the error summary leads to: a group of fields, or a control in a row.
/// <c>&lt;fieldset id="Input_Items" errors-of="Input.Items"&gt;</c>. Of rows with fields of one name, only the row that was sent says it.
/// </summary>
[HtmlTargetElement("div", Attributes = Names)]
[HtmlTargetElement("fieldset", Attributes = Names)]
[HtmlTargetElement("select", Attributes = Names)]
[HtmlTargetElement("input", Attributes = Names, TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsOfTagHelper : TagHelper
{
    private const string Names = "errors-of, id";

    /// <summary>Name of the field; null where the errors are another row's.</summary>
    public string? ErrorsOf { get; set; }

    /// <summary>The element's id.</summary>
    public required string Id { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("id", Id);
        if (ErrorsOf is not null) FieldOrder.Of(ViewContext.HttpContext).Add(ErrorsOf, Id);
    }
}
