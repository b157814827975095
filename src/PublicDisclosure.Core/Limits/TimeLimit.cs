using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>
/// A time limit (公开时限) as a list of rules. The official wording is always kept beside them.
/// </summary>
/// <param name="Text">The wording of the catalogue.</param>
/// <param name="Rules">What it demands; empty when it was not understood.</param>
/// <param name="State">How the rules came about.</param>
/// <param name="Problems">Why it was not understood.</param>
public sealed record TimeLimit(string Text, IReadOnlyList<TimeLimitRule> Rules, LimitReadingState State, IReadOnlyList<Refusal> Problems)
{
    public const int MostRules = 6;

    /// <summary>The article or document a steward's ruling rests on.</summary>
    public string Article { get; init; } = "";

    /// <summary>From when a steward's ruling holds.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Until when it holds.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>A steward must look at it.</summary>
    public bool NeedsSteward => State == LimitReadingState.NotUnderstood;

    /// <summary>Something stands permanently.</summary>
    public bool IsStanding => Rules.Any(r => r.Kind == TimeLimitRuleKind.Standing);

    /// <summary>The rule by which something recurs for a kind of information; null when nothing does.</summary>
    public TimeLimitRule? Recurring(InformationKinds kind = InformationKinds.None) => Rules.FirstOrDefault(r => r.Kind == TimeLimitRuleKind.Recurring && r.AppliesTo(kind));

    /// <summary>
    /// The limit for one piece of information in a channel: the due rule of its kind before the general one. Without a due rule
    /// the statutory limit holds, except where the limit says another day itself (with another document) or only how long
    /// something lasts: then null.
    /// </summary>
    public DueChoice? DueFor(InformationKinds kind, LimitChannel channel, SettledWords words)
    {
        if (NeedsSteward) return new DueChoice(LimitSpan.Statutory, LimitAnchor.FormedOrChanged, DueBasis.Fallback, null);
        var rules = Rules.Where(r => (r.Channel == LimitChannel.Any || r.Channel == channel) && r.AppliesTo(kind)).ToList();
        if (rules.Where(r => r.Kind == TimeLimitRuleKind.Due).OrderByDescending(r => r.IsSpecific).FirstOrDefault() is { } due)
            return new DueChoice(due.Span(words), due.Anchor, DueBasis.Item, due);
        return rules.Count > 0 && rules.All(r => r.Kind is TimeLimitRuleKind.WithDocument or TimeLimitRuleKind.Duration)
            ? null
            : new DueChoice(LimitSpan.Statutory, LimitAnchor.FormedOrChanged, DueBasis.Statutory, null);
    }
}

/// <summary>The limit chosen for one piece of information.</summary>
/// <param name="Span">Its length.</param>
/// <param name="Anchor">From when.</param>
/// <param name="Basis">Where it comes from.</param>
/// <param name="Rule">The rule of the item; null where the law stands in.</param>
public sealed record DueChoice(LimitSpan Span, LimitAnchor Anchor, DueBasis Basis, TimeLimitRule? Rule);
