using PublicDisclosure.Core.Limits;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Rules about the day beside the formed date from which an item's limit counts (起算日期). It moves a due date as the formed date
/// does, so it is kept as closely: what has not happened sets nothing going, and a day that makes the limit end later wants a reason.
/// </summary>
internal static class TriggerRules
{
    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("TriggerOnInFuture", "TriggerOn", "国办秘函〔2019〕19号: faked dates are a veto item",
            s => When(IsForward(s) && s.Text.TriggerOn > s.Facts.Today, s.Facts.TriggerAnchor!), always: true),
        Warning("TriggerOnAfterFormed", "TriggerOn", "条例第二十六条: 20 working days from the formed date",
            s => When(IsForward(s) && s.Text.TriggerOn > s.Text.FormedOn, s.Facts.TriggerAnchor!, s.Text.TriggerOn!, s.Text.FormedOn!)),
        Warning("EventBeforeFormed", "TriggerOn", "house: dates in order",
            s => When(s.Facts.TriggerAnchor == LimitAnchor.EventHeld && s.Text.TriggerOn < s.Text.FormedOn, s.Text.TriggerOn!, s.Text.FormedOn!)),
        Warning("TriggerOnMoved", "TriggerOn", "国办秘函〔2019〕19号: faked dates are a veto item",
            s => When(s.Disclosure is { CurrentVersion: 0, IsTriggerMoved: true }, Said(s.Disclosure.FirstTriggerOn), Said(s.Text.TriggerOn))),
    ];

    private static bool IsForward(ChecklistSubject s) => s.Facts.TriggerAnchor is { } anchor && anchor != LimitAnchor.EventHeld;

    private static object Said(DateOnly? day) => day is { } on ? on : "未填写";
}
