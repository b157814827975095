using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>Changes masking rules; every change is audited.</summary>
public sealed class MaskingRuleEditor(DisclosureDb db, BusinessClock clock)
{
    /// <summary>Saves a rule as typed.</summary>
    public async Task<Outcome> SaveAsync(Guid id, int seenRevision, MaskingRuleText text, Guid by, CancellationToken stop = default)
    {
        var rule = await db.MaskingRules.SingleOrDefaultAsync(r => r.Id == id, stop);
        if (rule is null) return Outcome.NotFound;
        if (rule.Revision != seenRevision) return Outcome.EditedMeanwhile;
        if (MaskingRule.Check(rule.Kind, text) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var before = Describe(rule);
        rule.Change(text, clock.Now);
        db.Add(AuditEntry.Record(clock.Now, by, "MaskingRule.Edit", null, rule.Id, rule.Kind.ToString(), $"{before} → {Describe(rule)}"));
        return await db.TrySaveAsync(stop);
    }

    private static string Describe(MaskingRule rule) => $"{rule.Method} {rule.KeepFirst}/{rule.KeepLast} {rule.Sign} {rule.ColumnWords}";
}
