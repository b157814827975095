using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The plain summary (通俗摘要): owed by whatever has to be interpreted, at every publication, because a reader with little schooling
/// cannot wait for the interpretation. Pages of the old site are taken over as they were and owe none; limits hold for everything.
/// </summary>
internal static class PlainSummaryRules
{
    private const string Field = "PlainSummary";

    // Enough to mend the text by; the rest shows once these are short.
    private const int Named = 3;

    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("PlainSummaryMissing", Field, "house: what must be interpreted is understood by readers with little schooling, 国办发〔2016〕80号",
            s => When(IsOwed(s) && s.Text.PlainSummary.Length == 0)),
        Warning("PlainSummaryAdvised", Field, "house: readers with little schooling",
            s => When(!IsOwed(s) && s.Text.Genre.Rule().NeedsPlainSummary && s.Text.PlainSummary.Length == 0)),
        Error("PlainSummaryTooLong", Field, "house: at most 150 characters",
            s => When(
                PlainSummaryRule.Count(s.Text.PlainSummary) > PlainSummaryRule.MostCharacters,
                PlainSummaryRule.MostCharacters, PlainSummaryRule.Count(s.Text.PlainSummary), PlainSummaryRule.Count(s.Text.PlainSummary) - PlainSummaryRule.MostCharacters)),
        Error("PlainSentenceTooLong", Field, "house: no sentence over 30 characters",
            s => PlainSummaryRule.TooLong(s.Text.PlainSummary).Distinct().Take(Named)
                .Select(sentence => new object[] { sentence, PlainSummaryRule.Count(sentence), PlainSummaryRule.MostInSentence })),
    ];

    private static bool IsOwed(ChecklistSubject subject) => subject.Facts.Interpretation.IsRequired && !subject.Disclosure.IsImported;
}
