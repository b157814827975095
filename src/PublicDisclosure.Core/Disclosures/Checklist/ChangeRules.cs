using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules that keep 更正 and 更新 apart: an error mended starts no clock, a changed fact does.</summary>
internal static class ChangeRules
{
    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Warning("CorrectionChangesFacts", "Body", "条例第二十六条: a change has 20 working days of its own",
            s => s.Disclosure.PendingChange == ChangeKind.Correction && s.Facts.Published is { } before
                && FactChanges.Count(before.Text, s.Text) is var changed && changed > s.Facts.FactChangesOfACorrection ? [[changed]] : []),
        Warning("UpdatePublishedLate", null, "条例第二十六条: within 20 working days of the change",
            s => When(s.Disclosure.PendingChange == ChangeKind.Update && s.Facts.ChangeDueOn < s.Facts.Today, s.Facts.ChangeDueOn ?? default)),
    ];
}
