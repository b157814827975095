using PublicDisclosure.Core.Interpretations;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The three synchronous (三同步): a policy that has to be interpreted is handed in with a plan, signed off with its material and
/// goes out with it; and the material never goes before it. What the last steps ask, the first do not wait for.
/// </summary>
internal static class InterpretationRules
{
    private const string Source = "《关于全面推进政务公开工作的意见》实施细则（国办发〔2016〕80号）: 同步组织、同步审签、同步部署";

    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("InterpretationPlanMissing", "Interpretation", Source,
            s => When(IsGate(s) && !s.Facts.Interpretation.HasPlan && !s.Facts.Interpretation.IsForwarded)),
        Error("InterpretationMaterialMissing", "Interpretation", Source + "; the number of forms is a setting [未核实]",
            s => When(
                IsGate(s) && s.Facts.Interpretation.Moment != ChecklistMoment.Submission && !s.Facts.Interpretation.IsForwarded
                && !s.Facts.Interpretation.Least.IsMetBy(s.Facts.Interpretation.Ready),
                s.Facts.Interpretation.Least.Count, s.Facts.Interpretation.Ready.Distinct().Count())),
        Error("InterpretationOfNothing", "Interpretation", "house: an interpretation belongs to a policy",
            s => When(s.Text.Genre == DisclosureGenre.Interpretation && (s.Facts.Interpretation.Form is null || s.Facts.Interpretation.Policies == 0)), always: true),
        Error("InterpretationGenreChanged", "Genre", "house: what goes out with a policy stays an interpretation",
            s => When(s.Text.Genre != DisclosureGenre.Interpretation && s.Facts.Interpretation.Form is not null), always: true),
        Error("InterpretationNotActive", "Attribute", "house: an interpretation is there to be read",
            s => When(s.Text.Genre == DisclosureGenre.Interpretation && s.Text.Attribute != DisclosureAttribute.Active), always: true),
        Error("InterpreterMissing", "Interpretation", "国办发〔2016〕80号: 谁起草、谁解读, the head of the department first",
            s => When(s.Facts.Interpretation.Form is not null && !s.Facts.Interpretation.Interpreter.IsComplete)),
        Error("InterpretationPolicyClosed", "Interpretation", "house: what is withdrawn is not explained",
            s => s.Facts.Interpretation.ClosedPolicies.Select(title => new object[] { title })),
        Error("InterpretationPolicyBehind", "Interpretation", Source,
            s => s.Facts.Interpretation.Moment == ChecklistMoment.Submission ? [] : s.Facts.Interpretation.PoliciesBehind.Select(title => new object[] { title })),
    ];

    private static bool IsGate(ChecklistSubject subject) => subject.Facts.Interpretation is { IsAsked: true, IsWaived: false };
}
