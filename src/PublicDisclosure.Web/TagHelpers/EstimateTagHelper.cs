using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// The mark 预计 of a date that may still move, with its reason for the pointer and for those who listen:
/// <c>&lt;estimate of="due.Estimates" /&gt;</c>. The one place where the mark is made.
/// </summary>
[HtmlTargetElement("estimate", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EstimateTagHelper : TagHelper
{
    /// <summary>What is said where the reason was not kept.</summary>
    private const string Plain = "按推算的工作日历计算，节假日安排签发后可能变动。";

    /// <summary>The reasons; may be empty.</summary>
    public IReadOnlyList<Estimate> Of { get; set; } = [];

    /// <summary>Whether there is anything to mark; by default whenever it is written.</summary>
    public bool When { get; set; } = true;

    /// <summary>Why a date is an estimate, in one sentence a reason.</summary>
    public static string Say(Estimate estimate) => estimate.Reason == EstimateReason.YearNotSigned
        ? $"{estimate.Year}年的节假日安排尚未签发，现按周末和法定节日推算。"
        : $"{estimate.Year}年“壮族三月三”的放假日期按农历推算，尚无签发的自治区通知。";

    /// <summary>The mark as HTML.</summary>
    public static string Mark(IReadOnlyList<Estimate> estimates)
    {
        var why = HtmlEncoder.Default.Encode(estimates.Count > 0 ? string.Concat(estimates.Select(Say)) : Plain);
        return $"<span class=\"tag estimate\" title=\"{why}\">预计<span class=\"visually-hidden\">：{why}</span></span>";
    }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (When) output.Content.SetHtmlContent(Mark(Of));
    }
}
