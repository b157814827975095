using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>Builds the control inside a field.</summary>
internal sealed class FieldControl(
    FieldTagHelper field, IHtmlGenerator generator, ViewContext view, string name, string id, string describedBy, bool invalid)
{
    /// <summary>More boxes than this stand in columns.</summary>
    private const int ManyChoices = 12;

    /// <summary>A control with one value.</summary>
    public IHtmlContent Single(string kind)
    {
        var control = kind switch
        {
            "textarea" => generator.GenerateTextArea(view, field.For.ModelExplorer, field.For.Name, field.Rows, 0, Attributes()),
            "select" => generator.GenerateSelect(view, field.For.ModelExplorer, field.Empty is { Length: > 0 } empty ? empty : null, field.For.Name, Selected(), field.Multiple, Attributes()),
            "password" => generator.GeneratePassword(view, field.For.ModelExplorer, field.For.Name, null, Attributes()),
            "file" => File(),
            _ => generator.GenerateTextBox(view, field.For.ModelExplorer, field.For.Name, field.For.Model, Format(kind), Attributes()),
        };
        if (kind is not ("textarea" or "select" or "password" or "file")) control.MergeAttribute("type", kind, replaceExisting: true);
        if (kind == "textarea") control.Attributes.Remove("cols");
        foreach (var key in control.Attributes.Keys.Where(k => k.StartsWith("data-val", StringComparison.Ordinal)).ToList()) control.Attributes.Remove(key);
        return control;
    }

    /// <summary>One box to tick, with its label behind it.</summary>
    public IHtmlContent Checkbox(IHtmlContent label)
    {
        var isOn = field.Values().Any(v => v.Equals("true", StringComparison.OrdinalIgnoreCase));
        return new HtmlContentBuilder().AppendHtml("<div class=\"choice\">").AppendHtml(Box("checkbox", id, "true", isOn))
            .AppendHtml($"<label for=\"{id}\">").AppendHtml(label).AppendHtml("</label></div>");
    }

    /// <summary>A group of boxes or radio buttons.</summary>
    public IHtmlContent Choices(bool single)
    {
        var chosen = field.Values();
        var options = (field.Options ?? []).ToList();
        // Seventy organisations below each other would be a page of their own.
        var all = new HtmlContentBuilder().AppendHtml(options.Count > ManyChoices ? "<div class=\"choices choices-many\">" : "<div class=\"choices\">");
        var index = 0;
        foreach (var option in options)
        {
            var value = option.Value ?? option.Text;
            var optionId = $"{id}-{++index}";
            all.AppendHtml("<div class=\"choice\">").AppendHtml(Box(single ? "radio" : "checkbox", optionId, value, chosen.Contains(value)))
                .AppendHtml($"<label for=\"{optionId}\">").Append(option.Text).AppendHtml("</label></div>");
        }

        return all.AppendHtml("</div>");
    }

    private TagBuilder Box(string type, string boxId, string value, bool isOn)
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.Attributes["type"] = type;
        box.Attributes["id"] = boxId;
        box.Attributes["name"] = name;
        box.Attributes["value"] = value;
        if (isOn) box.Attributes["checked"] = "checked";
        if (boxId == id && describedBy.Length > 0) box.Attributes["aria-describedby"] = describedBy;
        if (invalid) box.Attributes["aria-invalid"] = "true";
        return box;
    }

    private TagBuilder File()
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var (key, value) in Attributes()) box.Attributes[key] = value?.ToString();
        box.Attributes["type"] = "file";
        box.Attributes["name"] = name;
        if (field.Accept is not null) box.Attributes["accept"] = field.Accept;
        if (field.Multiple) box.Attributes["multiple"] = "multiple";
        return box;
    }

    private IEnumerable<SelectListItem> Selected()
    {
        var chosen = field.Values();
        return (field.Options ?? []).Select(o =>
            new SelectListItem(o.Text, o.Value, chosen.Contains(o.Value ?? o.Text), o.Disabled) { Group = o.Group }).ToList();
    }

    private static string? Format(string kind) => kind switch
    {
        "date" => "{0:yyyy-MM-dd}",
        "datetime-local" => "{0:yyyy-MM-ddTHH:mm}",
        _ => null,
    };

    private Dictionary<string, object?> Attributes()
    {
        var all = new Dictionary<string, object?> { ["id"] = id, ["class"] = field.Width is null or "full" ? "input" : $"input input-{field.Width}" };
        if (describedBy.Length > 0) all["aria-describedby"] = describedBy;
        if (invalid) all["aria-invalid"] = "true";
        if (field.Autocomplete is not null) all["autocomplete"] = field.Autocomplete;
        if (field.MaxLength is { } length) all["maxlength"] = length;
        return all;
    }
}
