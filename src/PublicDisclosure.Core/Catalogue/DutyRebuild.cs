using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>
/// Brings the stored duties in line with the editions in force and the rule tables. It changes tracked rows and does not
/// save: the use case that asked for it saves once.
/// </summary>
public sealed class DutyRebuild(DisclosureDb db)
{
    /// <summary>The plan of the edition in force as it is now stored; empty when none is in force.</summary>
    public async Task<DutyPlan> PlanAsync(CancellationToken stop) => await PlanAsync(await CountyItemsInForceAsync(stop), withTownships: true, stop);

    /// <summary>The plan that would follow if these were the items of the county edition.</summary>
    /// <param name="countyItems">Items of an edition, in force or not.</param>
    /// <param name="withTownships">Whether the townships' own editions change it.</param>
    /// <param name="stop">Cancellation.</param>
    public async Task<DutyPlan> PlanAsync(IReadOnlyList<StandardItem> countyItems, bool withTownships, CancellationToken stop)
    {
        var voices = withTownships ? await TownshipVoicesAsync(except: null, EditionOf(countyItems), stop) : [];
        return (await StoredBuilderAsync(stop)).Build(countyItems, voices);
    }

    /// <summary>The plan that would follow if this were the edition in force of its township.</summary>
    public async Task<DutyPlan> PlanWithAsync(CatalogueEdition township, CancellationToken stop)
    {
        var county = await CountyItemsInForceAsync(stop);
        var others = await TownshipVoicesAsync(township.OwnerOrganisationId, EditionOf(county), stop);
        return (await StoredBuilderAsync(stop)).Build(county, [.. others, VoiceOf(township.OwnerOrganisationId, township.BasedOnEditionId, township.Items, EditionOf(county))]);
    }

    /// <summary>The plan that would follow from a rule table that need not be the stored one.</summary>
    public async Task<DutyPlan> PlanWithAsync(IReadOnlyList<BodyRule> rules, CancellationToken stop)
    {
        var county = await CountyItemsInForceAsync(stop);
        return (await BuilderAsync(rules, stop)).Build(county, await TownshipVoicesAsync(except: null, EditionOf(county), stop));
    }

    /// <summary>A builder on a rule table that need not be the stored one.</summary>
    public async Task<DutyBuilder> BuilderAsync(IReadOnlyList<BodyRule> rules, CancellationToken stop)
    {
        var organisations = await db.Organisations.AsNoTracking().OrderBy(o => o.SortOrder).ToListAsync(stop);
        var domains = await db.Domains.AsNoTracking().ToListAsync(stop);
        return new DutyBuilder(rules, organisations, domains);
    }

    /// <summary>Adds, activates and deactivates duties until they are the plan's.</summary>
    /// <param name="plan">What should be.</param>
    /// <param name="trackedFrom">First day of new duties, and the one from which others are no longer followed.</param>
    /// <param name="now">Time for the ids.</param>
    /// <param name="stop">Cancellation.</param>
    public async Task ApplyAsync(DutyPlan plan, DateOnly trackedFrom, DateTime now, CancellationToken stop)
    {
        var stored = await db.Duties.ToDictionaryAsync(d => (d.OrganisationId, d.ItemCode), stop);
        foreach (var duty in plan.Duties)
        {
            if (stored.Remove((duty.OrganisationId, duty.ItemCode), out var existing)) existing.SetActive(true, trackedFrom);
            else db.Add(Duty.Create(Guid.CreateVersion7(now), duty.OrganisationId, duty.DomainId, duty.ItemCode, duty.Level, trackedFrom));
        }

        // What the plan does not name any more stays as evidence.
        foreach (var gone in stored.Values) gone.SetActive(false, trackedFrom);
    }

    /// <summary>The items of the city's edition in force.</summary>
    public Task<List<StandardItem>> CountyItemsInForceAsync(CancellationToken stop) =>
        db.Items.AsNoTracking().Where(i => db.Editions.Any(e => e.Id == i.EditionId && e.Status == EditionStatus.InForce
            && db.Organisations.Any(o => o.Id == e.OwnerOrganisationId && o.Kind == OrganisationKind.Government)))
            .OrderBy(i => i.SortOrder).ToListAsync(stop);

    private async Task<DutyBuilder> StoredBuilderAsync(CancellationToken stop) =>
        await BuilderAsync(await db.BodyRules.AsNoTracking().ToListAsync(stop), stop);

    private async Task<IReadOnlyList<TownshipVoice>> TownshipVoicesAsync(Guid? except, Guid? county, CancellationToken stop)
    {
        var editions = await db.Editions.AsNoTracking()
            .Where(e => e.Status == EditionStatus.InForce && e.OwnerOrganisationId != except && db.Organisations.Any(o => o.Id == e.OwnerOrganisationId && o.Kind == OrganisationKind.Township))
            .Select(e => new { e.Id, e.OwnerOrganisationId, e.BasedOnEditionId }).ToListAsync(stop);
        var ids = editions.Select(e => e.Id).ToList();
        var items = await db.Items.AsNoTracking()
            .Where(i => ids.Contains(i.EditionId) && (i.IsLocal || i.Adoption == ItemAdoption.NotApplicable)).ToListAsync(stop);
        return [.. editions.Select(e => VoiceOf(e.OwnerOrganisationId, e.BasedOnEditionId, [.. items.Where(i => i.EditionId == e.Id)], county))];
    }

    private static Guid? EditionOf(IReadOnlyList<StandardItem> countyItems) => countyItems.Count == 0 ? null : countyItems[0].EditionId;

    /// <summary>
    /// What a township's edition says. 不适用 was agreed for the county edition it was made from and lapses with it; the
    /// township's own items stay.
    /// </summary>
    private static TownshipVoice VoiceOf(Guid townshipId, Guid? basedOn, IReadOnlyList<StandardItem> items, Guid? county) => new(
        townshipId,
        basedOn == county ? items.Where(i => i.Adoption == ItemAdoption.NotApplicable).Select(i => i.Code).ToHashSet() : new HashSet<string>(),
        [.. items.Where(i => i.IsLocal && i.Adoption != ItemAdoption.NotApplicable)]);
}
