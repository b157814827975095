namespace PublicDisclosure.Core.Catalogue;

/// <summary>What the rule table proposes for an item (推定).</summary>
public sealed record Classification(DisclosureAspects Aspects, MandatoryClass MandatoryClass);

/// <summary>
/// Proposes the five disclosures (国办发〔2016〕80号) and the class of Articles 20-21 from the names and elements of an item.
/// A proposal is only that: a steward confirms it.
/// </summary>
public static class ItemClassifier
{
    /// <summary>
    /// Reads the rules in their order. Aspects of all matching rules add up; the class is that of the first matching rule. A
    /// rule without words speaks only for items that have no class or no aspect when it is reached.
    /// </summary>
    public static Classification Propose(string domainCode, StandardItemText text, IEnumerable<ClassificationRule> rules)
    {
        var names = $"{text.Level1}\n{text.Level2}\n{text.Level3}";
        var everything = $"{names}\n{text.Elements}";
        var aspects = DisclosureAspects.None;
        MandatoryClass? found = null;
        foreach (var rule in rules.OrderBy(r => r.SortOrder))
        {
            if (rule.DomainCode != "*" && rule.DomainCode != domainCode) continue;
            var words = WordsOf(rule);
            var speaks = words.Length == 0
                ? aspects == DisclosureAspects.None || found is null
                : words.Any((rule.Reach == ClassificationReach.Names ? names : everything).Contains);
            if (!speaks) continue;
            aspects |= rule.Aspects;
            found ??= rule.MandatoryClass;
        }

        // An edited table may leave a gap; an item is then management of other mandatory information until somebody looks.
        return new Classification(
            aspects == DisclosureAspects.None ? DisclosureAspects.Management : aspects, found ?? MandatoryClass.OtherMandatory);
    }

    private static string[] WordsOf(ClassificationRule rule) =>
        rule.Words.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
