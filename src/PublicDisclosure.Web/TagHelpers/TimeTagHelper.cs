using Microsoft.AspNetCore.Razor.TagHelpers;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// A date or an instant as Chinese readers write it, in Beijing time: <c>&lt;time on="row.DueOn" /&gt;</c> gives 2026年1月5日,
/// <c>&lt;time at="row.PublishedAt" /&gt;</c> gives 2026年1月5日 10:00, with <c>compact="true"</c> the day alone. People never
/// read 2026-01-05: that is for files and interfaces.
/// </summary>
[HtmlTargetElement("time", Attributes = "at")]
[HtmlTargetElement("time", Attributes = "on")]
public sealed class TimeTagHelper : TagHelper
{
    /// <summary>An instant, UTC.</summary>
    public DateTime? At { get; set; }

    /// <summary>A legal date, Beijing.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The day of an instant without its time; for tables and lists.</summary>
    public bool Compact { get; set; }

    /// <summary>Text shown when there is no date.</summary>
    public string Empty { get; set; } = TimeHtml.Nothing;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (On is null && At is null)
        {
            output.TagName = "span";
            output.TagMode = TagMode.StartTagAndEndTag;
            output.Content.SetContent(Empty);
            return;
        }

        output.Become(On is not null ? TimeHtml.On(On) : Compact ? TimeHtml.DayOf(At!.Value) : TimeHtml.At(At));
    }
}
