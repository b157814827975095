using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Everything that stands between a draft and the public, all at once: errors block, warnings need a reason that stays in the
/// history. <c>docs/checklist.md</c> lists the rules and a test holds the two together.
/// </summary>
public static class PublicationChecklist
{
    /// <summary>Every rule, in the order in which a clerk meets the fields.</summary>
    public static IReadOnlyList<ChecklistRule> Rules { get; } =
    [
        .. TitleAndBodyRules.All, .. PlainSummaryRules.All, .. CatalogueRules.All, .. AudienceRules.All, .. NumberAndDateRules.All, .. TriggerRules.All, .. SignatureRules.All, .. ChangeRules.All, .. GenreFieldRules.All, .. ReplacementRules.All, .. InterpretationRules.All, .. WordRules.All, .. PrivacyRules.All, .. LinkAndFileRules.All, .. FilePrivacyRules.All,
        .. FigureRules.All, .. InterpretationContentRules.All,
    ];

    /// <summary>The checklist's answer for the text as it stands.</summary>
    /// <param name="disclosure">With items, attachments and reasons loaded.</param>
    /// <param name="facts">The world around it.</param>
    /// <param name="rendered">Its body, when the caller has rendered it already.</param>
    public static ChecklistResult Check(Disclosure disclosure, DisclosureFacts facts, RenderedText? rendered = null)
    {
        var subject = new ChecklistSubject(disclosure, facts, rendered);
        var findings = Rules
            .SelectMany(rule => rule.Check(subject).Select(refusal => new ChecklistFinding(refusal, rule.Severity, IsExplained(disclosure, rule), rule.ForApprover)))
            .ToList();
        return new ChecklistResult(disclosure.TextRevision, findings);
    }

    /// <summary>The rule is a warning that only the approver may answer.</summary>
    internal static bool IsForApprover(string code) => Rules.Any(r => r.ForApprover && r.Code == code);

    /// <summary>A reason holds for the text it was given for; one about the formed date, only while that date has not been changed.</summary>
    private static bool IsExplained(Disclosure disclosure, ChecklistRule rule) => disclosure.WarningReasons.Any(r =>
        r.Code == rule.Code && r.TextRevision == disclosure.TextRevision
        && (r.AtApproval || !rule.ForApprover)
        && (rule.Field != "FormedOn" || disclosure.FormedOnChangedAt is not { } changed || r.At >= changed));
}
