using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// A labelled form field with its help and its error, wired for assistive technology; what was typed survives an invalid
/// post. <c>&lt;field for="Input.Title" hint="不超过100个字" /&gt;</c>. Content inside the tag replaces the control; it must
/// then use the id of the field (<c>Input_Title</c>).
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The bound property.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>Label; the property's display name when absent.</summary>
    public string? Label { get; set; }

    /// <summary>Help under the label.</summary>
    public string? Hint { get; set; }

    /// <summary>
    /// text, textarea, select, checkbox, checkboxes, radios, file, password, email, date, number, search. Default: by the
    /// property's type.
    /// </summary>
    public string? Kind { get; set; }

    /// <summary>Choices of a select, checkboxes or radios.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>First, empty choice of a select, e.g. 全部.</summary>
    public string? Empty { get; set; }

    /// <summary>short, medium or full.</summary>
    public string? Width { get; set; }

    /// <summary>Rows of a textarea.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>Says （选填） after the label.</summary>
    public bool Optional { get; set; }

    /// <summary>Purpose for the browser's autofill.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Accepted file types of a file field.</summary>
    public string? Accept { get; set; }

    /// <summary>More than one file.</summary>
    public bool Multiple { get; set; }

    /// <summary>Longest text, shown to the browser; the rule itself stands on the bound record.</summary>
    public int? MaxLength { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(Name, "_");
        FieldOrder.Of(ViewContext.HttpContext).Add(Name, id);
        var custom = await output.GetChildContentAsync();
        ViewContext.ModelState.TryGetValue(Name, out var entry);
        var errors = entry is { Errors.Count: > 0 } ? entry.Errors.Select(e => e.ErrorMessage).ToList() : [];
        var describedBy = string.Join(' ', new[] { Hint is null ? null : id + "-hint", errors.Count == 0 ? null : id + "-error" }.OfType<string>());
        var kind = Kind ?? (For.Metadata.ModelType == typeof(bool) ? "checkbox" : For.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? "date" : "text");

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("field");
        if (errors.Count > 0) output.AddClass("field-invalid");

        var control = new FieldControl(this, generator, ViewContext, Name, id, describedBy, errors.Count > 0);
        var label = LabelContent(id);
        if (kind is "checkboxes" or "radios")
        {
            output.Content.AppendHtml($"<fieldset id=\"{id}\" tabindex=\"-1\"").AppendHtml(describedBy.Length > 0 ? $" aria-describedby=\"{describedBy}\">" : ">");
            output.Content.AppendHtml("<legend>").AppendHtml(label).AppendHtml("</legend>");
            AppendHelp(output, id, errors);
            output.Content.AppendHtml(control.Choices(kind == "radios")).AppendHtml("</fieldset>");
            return;
        }

        if (kind != "checkbox") output.Content.AppendHtml($"<label for=\"{id}\">").AppendHtml(label).AppendHtml("</label>");
        AppendHelp(output, id, errors);
        if (!custom.IsEmptyOrWhiteSpace) output.Content.AppendHtml(custom);
        else output.Content.AppendHtml(kind == "checkbox" ? control.Checkbox(label) : control.Single(kind));
    }

    private HtmlString LabelContent(string id)
    {
        var text = System.Net.WebUtility.HtmlEncode(Label ?? For.Metadata.GetDisplayName() ?? id);
        return new HtmlString(Optional ? text + "<span class=\"field-optional\">（选填）</span>" : text);
    }

    private void AppendHelp(TagHelperOutput output, string id, List<string> errors)
    {
        if (Hint is not null) output.Content.AppendHtml($"<p class=\"field-hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</p>");
        if (errors.Count == 0) return;
        output.Content.AppendHtml($"<p class=\"field-error\" id=\"{id}-error\">").AppendHtml("<span class=\"visually-hidden\">错误：</span>");
        output.Content.Append(string.Join(" ", errors)).AppendHtml("</p>");
    }

    /// <summary>The values to show: what was posted, else what the model holds.</summary>
    internal IReadOnlyCollection<string> Values()
    {
        if (ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null)
            return entry.RawValue is string[] many ? many : [entry.AttemptedValue ?? ""];
        return For.Model switch
        {
            null => [],
            string text => [text],
            IEnumerable all => [.. all.Cast<object?>().Select(v => v?.ToString() ?? "")],
            var one => [one.ToString() ?? ""],
        };
    }
}
