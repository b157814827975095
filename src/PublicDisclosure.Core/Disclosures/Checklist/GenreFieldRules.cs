using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules about the fields a genre or an attribute brings with it, and about corrections.</summary>
internal static class GenreFieldRules
{
    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("EffectiveDateMissing", "EffectiveOn", "国办发〔2018〕37号: a normative document says from when",
            s => When(s.Text.Genre == DisclosureGenre.Normative && s.Text.EffectiveOn is null)),
        Warning("ExpiryDateMissing", "ExpiresOn", "国办发〔2018〕37号: a normative document says until when",
            s => When(s.Text.Genre == DisclosureGenre.Normative && s.Text.ExpiresOn is null)),
        Error("DisplayPeriodMissing", "DisplayUntil", "house: 公示7个工作日",
            s => When(s.Text.Genre.Rule().NeedsDisplayPeriod && s.Text.DisplayUntil is null)),
        Error("DisplayPeriodOver", "DisplayUntil", "house: a list is public only while it is displayed",
            s => When((s.Disclosure.CurrentVersion == 0 || s.Text.Genre.Rule().NeedsDisplayPeriod) && s.Text.DisplayUntil < s.Facts.Today)),
        Error("DisplayExtendedByCorrection", "DisplayUntil", "house: a longer display is a changed fact, not a mended error",
            s => When(s.Text.Genre.Rule().NeedsDisplayPeriod && s.Disclosure.PendingChange == ChangeKind.Correction
                && s.Text.DisplayUntil > s.Facts.Published?.Text.DisplayUntil)),
        Warning("DisplayPeriodShort", "DisplayUntil", "house: 公示7个工作日, a setting [未核实]",
            s => When(
                s.Text.Genre.Rule().NeedsDisplayPeriod && s.Facts.DisplayWorkingDays < s.Facts.LeastDisplayWorkingDays,
                s.Facts.LeastDisplayWorkingDays, s.Facts.DisplayWorkingDays ?? 0)),
        Error("DisplayShorterThanLimit", "DisplayUntil", "catalogue column 公开时限: 公示7个工作日",
            s => When(s.Facts.Display is { } demand && s.Text.DisplayUntil < demand.Until, s.Facts.Display?.ItemName ?? "", s.Facts.Display?.Until ?? default)),
        Error("ObjectionContactMissing", "ObjectionContact", "house: 公示 names whom to turn to",
            s => When(s.Text.Genre.Rule().NeedsDisplayPeriod && s.Text.ObjectionContact.Length == 0)),
        Error("GroundMissing", "NonDisclosureGround", "国办发〔2016〕80号; 条例第十四条至第十六条: refusing to publish needs a ground",
            s => When(s.Text.Attribute == DisclosureAttribute.NotPublic && s.Text.NonDisclosureGround is null), always: true),
        Error("GroundContradicts", "NonDisclosureGround", "条例第五条: publication is the rule",
            s => When(s.Text.Attribute == DisclosureAttribute.Active && s.Text.NonDisclosureGround is not null)),
        Error("CorrectionChangesNothing", "Body", "house: no silent and no empty corrections",
            s => When(!s.Facts.AnswersOtherwise && s.Facts.Published is { } p && p.Text with { FormedOn = s.Text.FormedOn } == s.Text
                && p.StandsBehind(s.Disclosure.Items)
                && p.Replaces.ToHashSet().SetEquals(s.Disclosure.Replacements.Select(r => new ReplacementChoice(r.ReplacedId, r.Repeals)))
                && p.FileHashes.SequenceEqual(s.Disclosure.Attachments.OrderBy(a => a.SortOrder).Select(a => a.Hash)))),
        Warning("SameTitlePublished", "Title", "third-party evaluations: duplicate disclosure",
            s => When(s.Facts.SameTitleAddress is not null, s.Facts.SameTitleAddress ?? "")),
    ];
}
