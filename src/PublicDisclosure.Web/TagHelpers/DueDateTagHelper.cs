using Microsoft.AspNetCore.Razor.TagHelpers;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// A due date that leads to its explanation: <c>&lt;due-date line="row.Due" /&gt;</c> for one that is counted from an item's limit,
/// <c>&lt;due-date on="x.DueOn" from="x.On" working-days="2" /&gt;</c> for one of a setting, <c>&lt;due-date on="record.DueOn" page="/calendar/due/..." /&gt;</c>
/// for a published one. An estimate carries the mark 预计 (<see cref="EstimateTagHelper"/>).
/// </summary>
[HtmlTargetElement("due-date")]
public sealed class DueDateTagHelper : TagHelper
{
    /// <summary>The due date with what it rests on.</summary>
    public DueLine? Line { get; set; }

    /// <summary>The date alone.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The day from which <see cref="WorkingDays"/> are counted.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Length in working days.</summary>
    public int WorkingDays { get; set; }

    /// <summary>Length in whatever unit, in place of <see cref="WorkingDays"/>.</summary>
    public LimitSpan? Span { get; set; }

    /// <summary>When a date of a setting was counted, UTC: explained with the calendar of that moment.</summary>
    public DateTime? AsOf { get; set; }

    /// <summary>Page that explains it, where it is not counted anew.</summary>
    public string? Page { get; set; }

    /// <summary>A published date that was counted as an estimate, with its reasons; null for one that was certain.</summary>
    public IReadOnlyList<Estimate>? Estimates { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var on = Line?.DueOn ?? On ?? throw new InvalidOperationException("A due date needs a date.");
        var page = Page ?? Line?.ExplanationPath ?? DueLine.PathOf(From!.Value, Span ?? new LimitSpan(WorkingDays, LimitUnit.WorkingDay), null) + Moment;
        output.Become(DueDateHtml.Of(on, page, Line is { IsEstimated: true } ? Line.Estimates : Estimates));
    }

    private string Moment => AsOf is { } at ? "&asof=" + TimeHtml.Iso(at) : "";
}
