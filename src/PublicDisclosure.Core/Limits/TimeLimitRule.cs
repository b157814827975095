using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>
/// One rule of a time limit (公开时限): for which information and channel it holds, and what it demands. Which of the fields
/// mean something depends on <see cref="Kind"/>.
/// </summary>
public sealed record TimeLimitRule
{
    public const int DocumentLength = 60;

    public TimeLimitRuleKind Kind { get; init; }

    /// <summary>Only for these kinds of information; None for all.</summary>
    public InformationKinds Kinds { get; init; }

    /// <summary>Not for these kinds.</summary>
    public InformationKinds Except { get; init; }

    public LimitChannel Channel { get; init; }

    public LimitAnchor Anchor { get; init; }

    public LimitDirection Direction { get; init; }

    /// <summary>Length of the limit or the duration; 0 where a settled word says it.</summary>
    public int Amount { get; init; }

    public LimitUnit Unit { get; init; }

    /// <summary>The word that gives the length.</summary>
    public SettledWord? Word { get; init; }

    /// <summary>The released schedule comes first where one is entered (按统计公布日程).</summary>
    public bool OrSchedule { get; init; }

    /// <summary>How often, for a recurring rule.</summary>
    public RecurrencePeriod? Every { get; init; }

    /// <summary>A fixed day of each period's first month (每季度的首个月20日); 0 where it is counted from the period's end.</summary>
    public int FirstMonthDay { get; init; }

    /// <summary>What lasts, for a duration.</summary>
    public DurationPurpose? Purpose { get; init; }

    /// <summary>The document it goes with.</summary>
    public string Document { get; init; } = "";

    /// <summary>Whether it holds for information of a kind.</summary>
    public bool AppliesTo(InformationKinds kind) => (Kinds == InformationKinds.None || (Kinds & kind) != 0) && (Except & kind) == 0;

    /// <summary>It names its kinds, and stands above one that does not.</summary>
    public bool IsSpecific => Kinds != InformationKinds.None;

    /// <summary>The length of a due or recurring rule, with the settled words as they are read.</summary>
    public LimitSpan Span(SettledWords words) => Word is { } word ? words.Of(word) with { Direction = Direction } : new LimitSpan(Amount, Unit, Direction);

    /// <summary>
    /// Last day in time for the period that ends on a day: counted from that day, or the fixed day of the month after it.
    /// Only for recurring rules.
    /// </summary>
    public DateExplanation PeriodDue(WorkingDayCalendar calendar, SettledWords words, DateOnly periodEnd)
    {
        if (Kind != TimeLimitRuleKind.Recurring) throw new InvalidOperationException("Only a recurring rule has periods.");
        if (FirstMonthDay == 0) return calendar.Explain(periodEnd, Span(words));
        return calendar.Explain(periodEnd, new LimitSpan(FirstMonthDay, LimitUnit.Day));
    }

    /// <summary>Every reason why the rule means nothing.</summary>
    public static IReadOnlyList<Refusal> Check(TimeLimitRule rule, string field)
    {
        var refusals = new List<Refusal>();
        var needsLength = rule.Kind is TimeLimitRuleKind.Due or TimeLimitRuleKind.Duration || (rule.Kind == TimeLimitRuleKind.Recurring && rule is { Word: null, FirstMonthDay: 0 });
        if (needsLength && rule.Word is null) refusals.AddRange(LimitSpan.Check(rule.Amount, field));
        if (rule.Kind == TimeLimitRuleKind.WithDocument && string.IsNullOrWhiteSpace(rule.Document)) refusals.Add(new Refusal("Limit.DocumentMissing", field));
        if (rule.Document.Length > DocumentLength) refusals.Add(new Refusal("Limit.TextTooLong", field, DocumentLength));
        if (rule.Kind == TimeLimitRuleKind.Recurring && rule.Every is null) refusals.Add(new Refusal("Limit.PeriodMissing", field));
        if (rule.Kind == TimeLimitRuleKind.Duration && rule.Purpose is null) refusals.Add(new Refusal("Limit.PurposeMissing", field));
        if (rule.FirstMonthDay is < 0 or > 28) refusals.Add(new Refusal("Limit.DayOfMonth", field));
        if ((rule.Kinds & rule.Except) != 0) refusals.Add(new Refusal("Limit.KindBothWays", field));
        if (rule.Direction == LimitDirection.Before != (rule.Kind == TimeLimitRuleKind.Due && rule.Anchor == LimitAnchor.EventHeld)) refusals.Add(new Refusal("Limit.BeforeNeedsEvent", field));
        return refusals;
    }
}
