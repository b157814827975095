namespace PublicDisclosure.Core.Catalogue;

/// <summary>An item whose proposal would change.</summary>
public sealed record ChangedProposal(StandardItem Item, Classification Proposal);

/// <summary>What a changed line would do, before it is saved.</summary>
public static class RuleEffects
{
    /// <summary>Items whose unconfirmed aspects or class differ from what the rules propose.</summary>
    public static IReadOnlyList<ChangedProposal> Of(
        IEnumerable<StandardItem> items, IReadOnlyList<ClassificationRule> rules, IReadOnlyDictionary<Guid, string> domainCodes) =>
        [.. items.Select(i => new ChangedProposal(i, ItemClassifier.Propose(domainCodes[i.DomainId], i.Text, rules)))
            .Where(c => (!c.Item.AspectsConfirmed && c.Item.Aspects != c.Proposal.Aspects)
                || (!c.Item.MandatoryClassConfirmed && c.Item.MandatoryClass != c.Proposal.MandatoryClass))];

    /// <summary>A table with one line replaced or added.</summary>
    public static IReadOnlyList<ClassificationRule> With(IEnumerable<ClassificationRule> rules, ClassificationRuleEdit edit)
    {
        var rule = new ClassificationRule { Id = edit.Id ?? Guid.Empty };
        Fill(rule, edit);
        return [.. rules.Where(r => r.Id != edit.Id), rule];
    }

    /// <summary>A table with one line replaced or added.</summary>
    public static IReadOnlyList<BodyRule> With(IEnumerable<BodyRule> rules, BodyRuleEdit edit)
    {
        var rule = new BodyRule { Id = edit.Id ?? Guid.Empty };
        Fill(rule, edit);
        return [.. rules.Where(r => r.Id != edit.Id), rule];
    }

    internal static void Fill(ClassificationRule rule, ClassificationRuleEdit edit)
    {
        (rule.DomainCode, rule.Reach, rule.Words, rule.Aspects, rule.MandatoryClass, rule.SortOrder) =
            (edit.DomainCode, edit.Reach, edit.Words.Trim(), edit.Aspects, edit.MandatoryClass, edit.SortOrder);
        rule.Revision++;
    }

    internal static void Fill(BodyRule rule, BodyRuleEdit edit)
    {
        (rule.DomainCode, rule.ItemCode, rule.Phrase, rule.Level, rule.Target, rule.Reason, rule.SortOrder) =
            (edit.ItemCode.Length > 0 ? "*" : edit.DomainCode, edit.ItemCode, edit.ItemCode.Length > 0 ? "" : edit.Phrase.Trim(), edit.Level, edit.Target,
            edit.Reason.Trim(), edit.SortOrder);
        rule.OrganisationId = edit.Target == BodyRuleTarget.Organisation ? edit.OrganisationId : null;
        rule.Revision++;
    }
}
