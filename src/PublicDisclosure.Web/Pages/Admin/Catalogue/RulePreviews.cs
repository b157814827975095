using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>What the rule pages read: the lines, and what a changed line would do.</summary>
public sealed class RulePreviews(DisclosureDb db, CatalogueAuthority authority, DutyRebuild duties)
{
    /// <summary>The classification table; null for anybody but the city's steward.</summary>
    public async Task<IReadOnlyList<ClassificationRule>?> RulesAsync(Guid by, CancellationToken stop) =>
        (await authority.OfAsync(by, stop)).IsCitySteward ? await db.ClassificationRules.AsNoTracking().OrderBy(r => r.SortOrder).ToListAsync(stop) : null;

    /// <summary>The body table; null for anybody but the city's steward.</summary>
    public async Task<IReadOnlyList<BodyRule>?> BodyRulesAsync(Guid by, CancellationToken stop) =>
        (await authority.OfAsync(by, stop)).IsCitySteward ? await db.BodyRules.AsNoTracking().OrderBy(r => r.SortOrder).ToListAsync(stop) : null;

    /// <summary>Items of the city's editions whose proposals a line would change.</summary>
    public async Task<IReadOnlyList<ChangedProposal>> OfAsync(ClassificationRuleEdit edit, CancellationToken stop)
    {
        var rules = RuleEffects.With(await db.ClassificationRules.AsNoTracking().ToListAsync(stop), edit);
        var domains = await db.Domains.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Code, stop);
        return RuleEffects.Of(await duties.CountyItemsInForceAsync(stop), rules, domains);
    }

    /// <summary>How a line would change the number of duties of each organisation, and how many gaps wait for a decision.</summary>
    public async Task<DutyEffect> OfAsync(BodyRuleEdit edit, CancellationToken stop)
    {
        var rules = await db.BodyRules.AsNoTracking().ToListAsync(stop);
        var before = await duties.PlanWithAsync(rules, stop);
        var after = await duties.PlanWithAsync(RuleEffects.With(rules, edit), stop);
        var names = await db.Organisations.AsNoTracking().OrderBy(o => o.SortOrder).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        var then = before.Duties.CountBy(d => d.OrganisationId).ToDictionary();
        var now = after.Duties.CountBy(d => d.OrganisationId).ToDictionary();
        return new DutyEffect(
            [.. names.Select(n => new DutyDifference(n.Name, then.GetValueOrDefault(n.Id), now.GetValueOrDefault(n.Id))).Where(d => d.Before != d.After)],
            before.Undecided.Count(), after.Undecided.Count());
    }

    /// <summary>Every domain, and all of them.</summary>
    public async Task<IReadOnlyList<SelectListItem>> DomainChoicesAsync(CancellationToken stop)
    {
        var domains = await db.Domains.AsNoTracking().OrderBy(d => d.SortOrder).Select(d => new { d.Code, d.Name }).ToListAsync(stop);
        return [new SelectListItem("全部领域", "*"), .. domains.Select(d => new SelectListItem($"{d.Code} {d.Name}", d.Code))];
    }

    /// <summary>Every organisation that exists.</summary>
    public async Task<IReadOnlyList<SelectListItem>> OrganisationChoicesAsync(CancellationToken stop)
    {
        var all = await db.Organisations.AsNoTracking().Where(o => o.IsActive).OrderBy(o => o.SortOrder).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        return [.. all.Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
    }
}

/// <summary>What a body line would do.</summary>
public sealed record DutyEffect(IReadOnlyList<DutyDifference> Organisations, int UndecidedBefore, int UndecidedAfter);

/// <summary>Duties of an organisation before and after.</summary>
public sealed record DutyDifference(string Name, int Before, int After);
