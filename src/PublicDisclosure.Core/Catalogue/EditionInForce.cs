using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>Puts a draft in force from today.</summary>
public sealed record PutEditionInForce(Guid EditionId, int SeenRevision, Guid By);

/// <summary>Puts editions in force: the former one is superseded and the duties follow, in one save.</summary>
public sealed class EditionInForce(DisclosureDb db, BusinessClock clock, CatalogueStore store, CatalogueAuthority authority, DutyRebuild duties)
{
    /// <summary>Every reason why the edition cannot be put in force; empty when it may.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(Guid editionId, CancellationToken stop) =>
        await CheckAsync(await db.Editions.AsNoTracking().Include(e => e.Items).SingleAsync(e => e.Id == editionId, stop), stop);

    /// <summary>Puts it in force today; codes survive, so what was published under them stays where it is.</summary>
    public async Task<Outcome> PutAsync(PutEditionInForce command, CancellationToken stop)
    {
        var found = await store.FindDraftAsync(command.EditionId, command.SeenRevision, command.By, stop);
        if (found.Value is not { } edition) return found.Outcome;
        var refusals = await CheckAsync(edition, stop);
        if (refusals.Count > 0) return Outcome.Refused(refusals);

        var former = await db.Editions.SingleOrDefaultAsync(
            e => e.OwnerOrganisationId == edition.OwnerOrganisationId && e.Status == EditionStatus.InForce, stop);
        former?.Supersede(clock.Today);
        edition.PutInForce(clock.Today);
        var isCounty = edition.OwnerOrganisationId == (await authority.OfAsync(command.By, stop)).GovernmentId;
        var plan = isCounty
            ? await duties.PlanAsync(edition.Items, withTownships: true, stop)
            : await duties.PlanWithAsync(edition, stop);
        await duties.ApplyAsync(plan, clock.Today, clock.Now, stop);
        db.Add(DueRecount.Ask(DueMoveCause.Edition, $"{edition.Name}施行", clock.Now));
        store.Record(CatalogueActs.PutInForce, edition, command.By, detail: $"{edition.Items.Count} 项，公开责任 {plan.Duties.Count} 条；替代：{former?.Name ?? "无"}");
        return await store.SaveAsync(stop);
    }

    private async Task<IReadOnlyList<Refusal>> CheckAsync(CatalogueEdition edition, CancellationToken stop) =>
        EditionChecklist.Check(edition, edition.Items, await DemoData.ExistsAsync(db, stop));
}
