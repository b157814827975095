using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Admin.Limits;

/// <summary>One rule as typed; a rule without a kind is an empty line of the form.</summary>
public sealed record RuleInput
{
    [Display(Name = "要求"), EnumDataType(typeof(TimeLimitRuleKind))]
    public TimeLimitRuleKind? Kind { get; init; }

    [Display(Name = "适用的信息")]
    public IReadOnlyList<InformationKinds> Kinds { get; init; } = [];

    [Display(Name = "不适用的信息")]
    public IReadOnlyList<InformationKinds> Except { get; init; } = [];

    [Display(Name = "渠道"), EnumDataType(typeof(LimitChannel))]
    public LimitChannel Channel { get; init; }

    [Display(Name = "从何时起算"), EnumDataType(typeof(LimitAnchor))]
    public LimitAnchor Anchor { get; init; }

    [Display(Name = "数量"), Range(0, LimitSpan.MostAmount)]
    public int? Amount { get; init; }

    [Display(Name = "单位"), EnumDataType(typeof(LimitUnit))]
    public LimitUnit Unit { get; init; }

    [Display(Name = "没有数字时按哪个词")]
    public SettledWord? Word { get; init; }

    [Display(Name = "多久公开一次")]
    public RecurrencePeriod? Every { get; init; }

    [Display(Name = "持续的是")]
    public DurationPurpose? Purpose { get; init; }

    [Display(Name = "与哪份文件同时"), StringLength(TimeLimitRule.DocumentLength)]
    public string? Document { get; init; }

    [Display(Name = "已公布日程的，按日程")]
    public bool OrSchedule { get; init; }

    public static RuleInput Of(TimeLimitRule rule) => new()
    {
        Kind = rule.Kind,
        Kinds = Members(rule.Kinds),
        Except = Members(rule.Except),
        Channel = rule.Channel,
        Anchor = rule.Anchor,
        Amount = rule.FirstMonthDay > 0 ? rule.FirstMonthDay : rule.Amount == 0 ? null : rule.Amount,
        Unit = rule.Unit,
        Word = rule.Word,
        Every = rule.Every,
        Purpose = rule.Purpose,
        Document = rule.Document,
        OrSchedule = rule.OrSchedule,
    };

    /// <summary>The rule; what its kind does not use is left out.</summary>
    public TimeLimitRule ToRule()
    {
        var kind = Kind ?? TimeLimitRuleKind.Due;
        var timed = kind is TimeLimitRuleKind.Due or TimeLimitRuleKind.Recurring or TimeLimitRuleKind.Duration;
        // A fixed day of the month after the period: recurring, in days, without a word.
        var fixedDay = kind == TimeLimitRuleKind.Recurring && Word is null && Unit == LimitUnit.Day;
        return new TimeLimitRule
        {
            Kind = kind,
            Kinds = Set(Kinds),
            Except = Set(Except),
            Channel = Channel,
            Anchor = kind == TimeLimitRuleKind.Due ? Anchor : kind == TimeLimitRuleKind.Recurring ? LimitAnchor.PeriodEnded : default,
            Direction = kind == TimeLimitRuleKind.Due && Anchor == LimitAnchor.EventHeld ? LimitDirection.Before : LimitDirection.After,
            Amount = timed && Word is null && !fixedDay ? Amount ?? 0 : 0,
            Unit = timed && Word is null ? Unit : default,
            Word = kind is TimeLimitRuleKind.Due or TimeLimitRuleKind.Recurring ? Word : null,
            Every = kind == TimeLimitRuleKind.Recurring ? Every : null,
            FirstMonthDay = fixedDay ? Amount ?? 0 : 0,
            Purpose = kind == TimeLimitRuleKind.Duration ? Purpose : null,
            Document = kind == TimeLimitRuleKind.WithDocument ? (Document ?? "").Trim() : "",
            OrSchedule = kind == TimeLimitRuleKind.Due && OrSchedule,
        };
    }

    private static InformationKinds Set(IEnumerable<InformationKinds>? kinds) => (kinds ?? []).Aggregate(InformationKinds.None, (set, kind) => set | kind);

    private static IReadOnlyList<InformationKinds> Members(InformationKinds set) => [.. Enum.GetValues<InformationKinds>().Where(k => k != InformationKinds.None && set.HasFlag(k))];
}
