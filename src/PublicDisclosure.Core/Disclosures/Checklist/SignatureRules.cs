using PublicDisclosure.Core.Text;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The formed date held against the dates under the text and its files (落款日期): the nearest thing to a witness of when the
/// information came to be.
/// </summary>
internal static class SignatureRules
{
    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Warning("FormedOnAfterSignature", "FormedOn", "条例第二十六条; 国办秘函〔2019〕19号: faked dates are a veto item",
            s => Dates(s).Where(d => s.Text.FormedOn > d).Select(d => new object[] { s.Text.FormedOn!.Value, d })),
        Warning("FormedOnBeforeSignature", "FormedOn", "条例第二十六条: a document exists from its own date",
            s => Dates(s).Where(d => s.Text.FormedOn < d).Select(d => new object[] { s.Text.FormedOn!.Value, d })),
    ];

    /// <summary>The dates found, each once: under the body and under every file.</summary>
    internal static IEnumerable<DateOnly> Dates(ChecklistSubject subject) =>
        new[] { SignatureDate.Find(subject.Rendered.PlainText) }.Concat(subject.Facts.FileSignatures.Select(d => (DateOnly?)d)).OfType<DateOnly>().Distinct();
}
