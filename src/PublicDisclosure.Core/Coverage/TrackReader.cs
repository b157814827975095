using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>In which ways a time limit is followed.</summary>
public static class TrackReader
{
    /// <summary>The tracks of an item's limit.</summary>
    /// <param name="limit">The limit as read for the item.</param>
    /// <param name="kind">Kind of information of the item; a rule for another kind is no track of it.</param>
    /// <param name="words">How settled words are read.</param>
    /// <param name="checkMonths">Months from one named check of a standing page to the next.</param>
    /// <remarks>
    /// A limit that goes with another document, or says only how long something lasts, has no date of its own: what is published
    /// under it is counted by record, and its records have no due date. A limit that was not understood is counted by record too,
    /// with the statutory fallback.
    /// </remarks>
    public static IReadOnlyList<DutyTrack> Read(TimeLimit limit, InformationKinds kind, SettledWords words, int checkMonths)
    {
        var tracks = new List<DutyTrack>();
        if (limit.Rules.Any(r => r.Kind == TimeLimitRuleKind.Standing && r.AppliesTo(kind)))
            tracks.Add(new DutyTrack.Standing(LimitSpan.Statutory, new LimitSpan(checkMonths, LimitUnit.Month)));
        if (limit.Recurring(kind) is { } recurring) tracks.Add(new DutyTrack.ByPeriod(recurring, words));
        var isRecord = tracks.Count == 0 || limit.Rules.Any(r => r.Kind == TimeLimitRuleKind.Due && (r.AppliesTo(kind) || r.IsSpecific));
        if (isRecord) tracks.Add(new DutyTrack.ByRecord());
        return tracks;
    }

    /// <summary>How long something must be shown at least (公示7个工作日); null where the limit does not say.</summary>
    public static LimitSpan? LeastDisplay(TimeLimit limit, InformationKinds kind, SettledWords words) =>
        limit.Rules.FirstOrDefault(r => r is { Kind: TimeLimitRuleKind.Duration, Purpose: DurationPurpose.Display } && r.AppliesTo(kind))?.Span(words);
}
