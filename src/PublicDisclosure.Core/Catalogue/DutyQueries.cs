using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>How many duties an organisation has.</summary>
public sealed record DutyCount(Guid OrganisationId, string Slug, string Name, OrganisationKind Kind, int Duties);

/// <summary>A gap of the plan with what a steward needs to decide on it.</summary>
public sealed record GapLine(DutyGap Gap, string Domain, string Sequence, string Level1, string Name, string Body, GovernmentLevels Levels, bool HasOtherDuty);

/// <summary>Reads duties.</summary>
public static class DutyQueries
{
    /// <summary>The number of active duties of every organisation, those without any included.</summary>
    public static Task<List<DutyCount>> DutyCountsAsync(this DisclosureDb db, CancellationToken stop) =>
        db.Organisations.AsNoTracking().Where(o => o.IsActive).OrderBy(o => o.SortOrder)
            .Select(o => new DutyCount(o.Id, o.Slug, o.Name, o.Kind, db.Duties.Count(d => d.OrganisationId == o.Id && d.IsActive))).ToListAsync(stop);

    /// <summary>Everything of the edition in force from which no duty follows, in the order of the catalogue.</summary>
    public static async Task<IReadOnlyList<GapLine>> GapsAsync(this DutyRebuild duties, DisclosureDb db, CancellationToken stop)
    {
        var plan = await duties.PlanAsync(stop);
        var items = (await duties.CountyItemsInForceAsync(stop)).ToDictionary(i => i.Code);
        var domains = await db.Domains.AsNoTracking().ToDictionaryAsync(d => d.Id, stop);
        var withDuty = plan.Duties.Select(d => d.ItemCode).ToHashSet();
        return [.. plan.Gaps.Where(g => items.ContainsKey(g.ItemCode)).Distinct()
            .OrderBy(g => domains[g.DomainId].SortOrder).ThenBy(g => items[g.ItemCode].SortOrder)
            .Select(g => (Gap: g, Item: items[g.ItemCode]))
            .Select(x => new GapLine(
                x.Gap, domains[x.Gap.DomainId].Name, x.Item.Sequence, x.Item.Text.Level1, x.Item.Text.Name, x.Item.Text.Body, x.Item.Levels, withDuty.Contains(x.Gap.ItemCode)))];
    }
}
