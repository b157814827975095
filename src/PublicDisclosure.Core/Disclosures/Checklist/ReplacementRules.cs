using System.Text.RegularExpressions;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules about the older documents that a new one replaces.</summary>
internal static partial class ReplacementRules
{
    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("ReplacedNotPublic", "Replacements", "house: links that stay true", s => When(s.Facts.ReplacedGone > 0, s.Facts.ReplacedGone)),
        Error("RepealWithoutEffectiveDate", "EffectiveOn", "house: the old document ends when the new one begins",
            s => When(s.Text.Genre.Rule().HasValidity && s.Text.EffectiveOn is null && s.Disclosure.Replacements.Any(r => r.Repeals))),
        Warning("RepealedNotNamed", "Replacements", "国办发〔2018〕37号: old and new documents are kept in step",
            s => When(s.Text.Genre == DisclosureGenre.Normative && s.Disclosure.Replacements.Count == 0 && Repeals().IsMatch(s.Rendered.PlainText))),
    ];

    [GeneratedRegex("同时废止|同时失效|予以废止|即行废止")]
    private static partial Regex Repeals();
}
