using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>Says a rule in plain Chinese, out of the words for coded values that the caller has.</summary>
public static class TimeLimitWords
{
    /// <summary>A rule in one sentence.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="settled">How settled words are read.</param>
    /// <param name="word">The word of an enum value.</param>
    public static string Say(TimeLimitRule rule, SettledWords settled, Func<Enum, string> word)
    {
        var whose = rule.Kinds != InformationKinds.None ? word(rule.Kinds) + "：" : rule.Except != InformationKinds.None ? $"除{word(rule.Except)}外：" : "";
        var where = rule.Channel == LimitChannel.Any ? "" : word(rule.Channel) + "，";
        return whose + where + rule.Kind switch
        {
            TimeLimitRuleKind.Standing => "长期公开，内容变化后更新",
            TimeLimitRuleKind.WithDocument => $"与{rule.Document}同时公开",
            TimeLimitRuleKind.Duration => $"{word(rule.Purpose!.Value)}不少于{Length(new LimitSpan(rule.Amount, rule.Unit), word)}",
            TimeLimitRuleKind.Recurring when rule.FirstMonthDay > 0 => $"每{word(rule.Every!.Value)}公开一次，在下一期第一个月的{rule.FirstMonthDay}日前",
            TimeLimitRuleKind.Recurring => $"每{word(rule.Every!.Value)}公开一次，每期结束后{Length(rule.Span(settled), word)}内",
            _ => Due(rule, settled, word),
        };
    }

    /// <summary>A length: 20个工作日.</summary>
    public static string Length(LimitSpan span, Func<Enum, string> word) =>
        span.Unit is LimitUnit.Day or LimitUnit.Week or LimitUnit.Year ? $"{span.Amount}{word(span.Unit)}" : $"{span.Amount}个{word(span.Unit)}";

    private static string Due(TimeLimitRule rule, SettledWords settled, Func<Enum, string> word)
    {
        var span = rule.Span(settled);
        if (span.Direction == LimitDirection.Before) return $"{word(rule.Anchor)}的{Length(span, word)}前";
        var said = rule.Word is { } settledWord ? $"（“{word(settledWord)}”）" : "";
        return $"{word(rule.Anchor)}之日起{Length(span, word)}内{said}{(rule.OrSchedule ? "；已公布日程的，按日程" : "")}";
    }
}
