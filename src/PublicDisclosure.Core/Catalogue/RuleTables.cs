using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>A line of the classification table as typed; no id for a new one.</summary>
public sealed record ClassificationRuleEdit(
    Guid? Id, int SeenRevision, string DomainCode, ClassificationReach Reach, string Words, DisclosureAspects Aspects, MandatoryClass? MandatoryClass, int SortOrder);

/// <summary>A line of the body table as typed; no id for a new one. With an item code it is a decision on that item alone.</summary>
public sealed record BodyRuleEdit(
    Guid? Id, int SeenRevision, string DomainCode, string ItemCode, string Phrase, GovernmentLevels Level, BodyRuleTarget Target, Guid? OrganisationId, string Reason, int SortOrder);

/// <summary>
/// Keeps the two rule tables of the catalogue. A saved line takes effect in the same save: proposals that nobody has
/// confirmed are made again, duties follow. The city's steward keeps them.
/// </summary>
public sealed class RuleTables(DisclosureDb db, BusinessClock clock, CatalogueStore store, CatalogueAuthority authority, DutyRebuild duties)
{
    /// <summary>Saves a line of the classification table.</summary>
    public async Task<Outcome> SaveAsync(ClassificationRuleEdit edit, Guid by, CancellationToken stop)
    {
        if (!await IsStewardAsync(by, stop)) return Outcome.NotFound;
        var refusals = await CheckAsync(edit, stop);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var rules = await db.ClassificationRules.ToListAsync(stop);
        var rule = edit.Id is null ? new ClassificationRule { Id = Guid.CreateVersion7(clock.Now) } : rules.Find(r => r.Id == edit.Id);
        if (rule is null) return Outcome.NotFound;
        if (edit.Id is null)
        {
            db.Add(rule);
            rules.Add(rule);
        }
        else if (rule.Revision != edit.SeenRevision) return Outcome.EditedMeanwhile;

        RuleEffects.Fill(rule, edit);
        return await ReclassifyAsync(rules, CatalogueActs.SaveClassificationRule, Describe(rule), by, stop);
    }

    /// <summary>Takes a line out of the classification table.</summary>
    public async Task<Outcome> DeleteClassificationAsync(Guid id, int seenRevision, Guid by, CancellationToken stop)
    {
        if (!await IsStewardAsync(by, stop)) return Outcome.NotFound;
        var rules = await db.ClassificationRules.ToListAsync(stop);
        if (rules.Find(r => r.Id == id) is not { } rule) return Outcome.NotFound;
        if (rule.Revision != seenRevision) return Outcome.EditedMeanwhile;
        db.Remove(rule);
        rules.Remove(rule);
        return await ReclassifyAsync(rules, CatalogueActs.DeleteClassificationRule, Describe(rule), by, stop);
    }

    /// <summary>Saves a line of the body table, or a decision on one item.</summary>
    public async Task<Outcome> SaveAsync(BodyRuleEdit edit, Guid by, CancellationToken stop)
    {
        if (!await IsStewardAsync(by, stop)) return Outcome.NotFound;
        var refusals = await CheckAsync(edit, stop);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var rules = await db.BodyRules.ToListAsync(stop);
        var rule = edit.Id is null ? new BodyRule { Id = Guid.CreateVersion7(clock.Now) } : rules.Find(r => r.Id == edit.Id);
        if (rule is null) return Outcome.NotFound;
        if (edit.Id is null)
        {
            db.Add(rule);
            rules.Add(rule);
        }
        else if (rule.Revision != edit.SeenRevision) return Outcome.EditedMeanwhile;

        RuleEffects.Fill(rule, edit);
        return await RebuildAsync(rules, CatalogueActs.SaveBodyRule, Describe(rule), by, stop);
    }

    /// <summary>Takes a line out of the body table.</summary>
    public async Task<Outcome> DeleteBodyAsync(Guid id, int seenRevision, Guid by, CancellationToken stop)
    {
        if (!await IsStewardAsync(by, stop)) return Outcome.NotFound;
        var rules = await db.BodyRules.ToListAsync(stop);
        if (rules.Find(r => r.Id == id) is not { } rule) return Outcome.NotFound;
        if (rule.Revision != seenRevision) return Outcome.EditedMeanwhile;
        db.Remove(rule);
        rules.Remove(rule);
        return await RebuildAsync(rules, CatalogueActs.DeleteBodyRule, Describe(rule), by, stop);
    }

    /// <summary>Every reason why a classification line cannot be saved.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(ClassificationRuleEdit edit, CancellationToken stop)
    {
        var refusals = new List<Refusal>();
        await CheckDomainAsync(edit.DomainCode, refusals, stop);
        if (edit.Words.Trim().Length > ClassificationRule.WordsLength) refusals.Add(new Refusal("Rule.TextTooLong", "Words", ClassificationRule.WordsLength));
        if (ChineseText.HasForbiddenCharacters(edit.Words)) refusals.Add(new Refusal("Text.ForbiddenCharacters", "Words"));
        if (edit.Aspects == DisclosureAspects.None && edit.MandatoryClass is null) refusals.Add(new Refusal("Rule.SaysNothing", "Aspects"));
        return refusals;
    }

    /// <summary>Every reason why a body line cannot be saved.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(BodyRuleEdit edit, CancellationToken stop)
    {
        var refusals = new List<Refusal>();
        if (edit.ItemCode.Length > 0)
        {
            if (!await db.Items.AnyAsync(i => i.Code == edit.ItemCode, stop)) refusals.Add(new Refusal("Rule.ItemUnknown", "ItemCode"));
        }
        else
        {
            await CheckDomainAsync(edit.DomainCode, refusals, stop);
            if (string.IsNullOrWhiteSpace(edit.Phrase)) refusals.Add(new Refusal("Rule.PhraseMissing", "Phrase"));
        }

        if (edit.Phrase.Trim().Length > StandardItem.ShortTextLength) refusals.Add(new Refusal("Rule.TextTooLong", "Phrase", StandardItem.ShortTextLength));
        if (edit.Reason.Trim().Length > BodyRule.ReasonLength) refusals.Add(new Refusal("Rule.TextTooLong", "Reason", BodyRule.ReasonLength));
        if (ChineseText.HasForbiddenCharacters(edit.Phrase)) refusals.Add(new Refusal("Text.ForbiddenCharacters", "Phrase"));
        if (ChineseText.HasForbiddenCharacters(edit.Reason)) refusals.Add(new Refusal("Text.ForbiddenCharacters", "Reason"));
        if (edit.Level is not (GovernmentLevels.County or GovernmentLevels.Township or GovernmentLevels.Village)) refusals.Add(new Refusal("Rule.LevelMissing", "Level"));
        if (edit.Target == BodyRuleTarget.Organisation && !await db.Organisations.AnyAsync(o => o.Id == edit.OrganisationId, stop))
            refusals.Add(new Refusal("Rule.OrganisationMissing", "OrganisationId"));
        if (edit.Target == BodyRuleTarget.Nobody && string.IsNullOrWhiteSpace(edit.Reason)) refusals.Add(new Refusal("Rule.ReasonMissing", "Reason"));
        return refusals;
    }

    private async Task CheckDomainAsync(string code, List<Refusal> refusals, CancellationToken stop)
    {
        if (code != "*" && !await db.Domains.AnyAsync(d => d.Code == code, stop)) refusals.Add(new Refusal("Rule.DomainUnknown", "DomainCode"));
    }

    private async Task<bool> IsStewardAsync(Guid by, CancellationToken stop) => (await authority.OfAsync(by, stop)).IsCitySteward;

    private async Task<Outcome> ReclassifyAsync(List<ClassificationRule> rules, string act, string what, Guid by, CancellationToken stop)
    {
        var codes = await db.Domains.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Code, stop);
        var open = await db.Items.Where(i => (!i.AspectsConfirmed || !i.MandatoryClassConfirmed)
            && db.Editions.Any(e => e.Id == i.EditionId && e.Status != EditionStatus.Superseded)).ToListAsync(stop);
        var changes = RuleEffects.Of(open, rules, codes);
        foreach (var (item, proposal) in changes)
        {
            if (!item.AspectsConfirmed) item.ClassifyAspects(proposal.Aspects, confirmed: false);
            if (!item.MandatoryClassConfirmed) item.ClassifyMandatory(proposal.MandatoryClass, confirmed: false);
        }

        return await SaveAsync(act, what, $"改变推定 {changes.Count} 项", by, stop);
    }

    private async Task<Outcome> RebuildAsync(List<BodyRule> rules, string act, string what, Guid by, CancellationToken stop)
    {
        var plan = await duties.PlanWithAsync(rules, stop);
        await duties.ApplyAsync(plan, clock.Today, clock.Now, stop);
        return await SaveAsync(act, what, $"公开责任 {plan.Duties.Count} 条", by, stop);
    }

    private async Task<Outcome> SaveAsync(string act, string what, string detail, Guid by, CancellationToken stop)
    {
        db.Add(AuditEntry.Record(clock.Now, by, act, (await authority.OfAsync(by, stop)).GovernmentId, null, what, detail));
        return await store.SaveAsync(stop);
    }

    private static string Describe(ClassificationRule rule) => $"{rule.DomainCode}：{rule.Words}";

    private static string Describe(BodyRule rule) => rule.ItemCode.Length > 0 ? $"{rule.ItemCode}：{rule.Level}" : $"{rule.DomainCode}：{rule.Phrase}（{rule.Level}）";
}
