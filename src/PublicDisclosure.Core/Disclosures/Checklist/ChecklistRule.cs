using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>One rule of the publication checklist.</summary>
/// <param name="Code">Code of the finding and key of its text.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Field">Form field the finding belongs to; null when it concerns the whole.</param>
/// <param name="Source">Law, standard or house rule behind it, for <c>docs/checklist.md</c>.</param>
/// <param name="OnlyForPublication">Asked only when the attribute is 主动公开.</param>
/// <param name="Find">The values of each finding; empty when the rule is kept.</param>
public sealed record ChecklistRule(
    string Code, ChecklistSeverity Severity, string? Field, string Source, bool OnlyForPublication,
    Func<ChecklistSubject, IEnumerable<object[]>> Find)
{
    /// <summary>A warning that only the person who signs it off may answer (审签); submission does not wait for the answer.</summary>
    public bool ForApprover { get; init; }

    /// <summary>The rule's findings as refusals.</summary>
    public IEnumerable<Refusal> Check(ChecklistSubject subject) =>
        OnlyForPublication && subject.Text.Attribute != DisclosureAttribute.Active
            ? []
            : Find(subject).Select(values => new Refusal(Code, Field, values));

    internal static ChecklistRule Error(
        string code, string? field, string source, Func<ChecklistSubject, IEnumerable<object[]>> find, bool always = false) =>
        new("Checklist." + code, ChecklistSeverity.Error, field, source, !always, find);

    internal static ChecklistRule Warning(string code, string? field, string source, Func<ChecklistSubject, IEnumerable<object[]>> find) =>
        new("Checklist." + code, ChecklistSeverity.Warning, field, source, OnlyForPublication: true, find);

    /// <summary>One finding without values when the condition holds.</summary>
    internal static IEnumerable<object[]> When(bool broken, params object[] values) => broken ? [values] : [];
}
