using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;
using PublicDisclosure.Web.Security.PublicForms;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// The hidden fields that <see cref="PublicFormGuard"/> asks for, inside a form open to everybody:
/// <c>&lt;form-guard name="letter" /&gt;</c>.
/// </summary>
[HtmlTargetElement("form-guard", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormGuardTagHelper(PublicFormGuard guard, IOptions<PublicFormOptions> options) : TagHelper
{
    /// <summary>Name of the form, the same that the page gives to <see cref="PublicFormGuard.Check"/>.</summary>
    public required string Name { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("form-guard");
        if (options.Value.ProofBits > 0) output.Attributes.SetAttribute("data-proof-bits", options.Value.ProofBits.ToString(CultureInfo.InvariantCulture));
        output.Content
            .AppendHtml(Hidden(PublicFormGuard.TicketField, guard.TicketFor(Name, ViewContext.HttpContext.Request)))
            .AppendHtml(Hidden(PublicFormGuard.ProofField, ""))
            // display:none keeps it from eyes and from screen readers; the label tells whoever meets it without style sheets.
            // A page may have several guarded forms, each name once.
            .AppendHtml($"<p hidden><label for=\"form-guard-{Name}\">此栏不用填写，请留空</label> ")
            .AppendHtml($"<input id=\"form-guard-{Name}\" name=\"{PublicFormGuard.TrapField}\" type=\"text\" autocomplete=\"off\" tabindex=\"-1\"></p>");
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.MergeAttribute("type", "hidden");
        field.MergeAttribute("name", name);
        field.MergeAttribute("value", value);
        return field;
    }
}
