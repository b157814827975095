using Microsoft.AspNetCore.Razor.TagHelpers;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// A state as a word on a coloured ground. <c>&lt;status tone="green"&gt;有效&lt;/status&gt;</c>, or the word and tone of a
/// coded value: <c>&lt;status value="row.Status" /&gt;</c> (words and tones from <c>Resources/Words.resx</c>: <c>Type.Member</c>
/// and <c>Type.Member.Tone</c>).
/// </summary>
[HtmlTargetElement("status")]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>green, amber, red, blue or grey.</summary>
    public string? Tone { get; set; }

    /// <summary>A coded value whose word is shown.</summary>
    public Enum? Value { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("status", StatusHtml.ClassOf(StatusHtml.ToneOf(Tone, Value)));
        if (Value is not null) output.Content.SetContent(Words.Of(Value));
    }
}
