using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>A township takes over the county edition in force.</summary>
public sealed record AdoptEdition(Guid TownshipId, Guid By);

/// <summary>The township says that items apply to it.</summary>
public sealed record ConfirmItemsApply(Guid EditionId, IReadOnlyList<SeenRow> Rows, Guid By);

/// <summary>The township proposes that an item does not apply.</summary>
public sealed record ProposeNotApplicable(Guid ItemId, int SeenRevision, string Reason, Guid By);

/// <summary>The lead department or the disclosure office decides on the proposal; a refusal needs a remark.</summary>
public sealed record DecideNotApplicable(Guid ItemId, int SeenRevision, bool Agreed, string Remark, Guid By);

/// <summary>A township makes the county edition its own: item by item, with reasons, and its own items added.</summary>
public sealed class TownshipAdoption(DisclosureDb db, BusinessClock clock, CatalogueStore store, CatalogueAuthority authority, DutyRebuild duties)
{
    /// <summary>
    /// Starts the township's draft: the county's items of level 乡级 as 待确认, the rows that still read the same and that the
    /// township had confirmed, and its own items. 不适用 ends with the edition it was agreed for and is asked anew.
    /// </summary>
    public async Task<OutcomeOf<Guid>> AdoptAsync(AdoptEdition command, CancellationToken stop)
    {
        var township = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == command.TownshipId && o.Kind == OrganisationKind.Township, stop);
        var rights = await authority.OfAsync(command.By, stop);
        if (township is null || !rights.MaySteward(township.Id)) return Outcome.NotFound;
        if (await db.Editions.AnyAsync(e => e.OwnerOrganisationId == township.Id && e.Status == EditionStatus.Draft, stop)) return new Refusal("Edition.DraftExists");
        var county = await db.Editions.AsNoTracking().Include(e => e.Items)
            .SingleOrDefaultAsync(e => e.OwnerOrganisationId == rights.GovernmentId && e.Status == EditionStatus.InForce, stop);
        if (county is null) return new Refusal("Edition.NoneInForce");

        var own = await db.Items.AsNoTracking()
            .Where(i => db.Editions.Any(e => e.Id == i.EditionId && e.OwnerOrganisationId == township.Id && e.Status == EditionStatus.InForce)).ToListAsync(stop);
        var earlier = own.Where(i => !i.IsLocal).ToDictionary(i => i.Code);
        var name = township.Name.Replace("人民政府", "", StringComparison.Ordinal);
        var draft = CatalogueEdition.Draft(
            Guid.CreateVersion7(clock.Now), township.Id, $"{name}基层政务公开标准目录（{county.Year}年版）", county.Year, county.Id, clock.Now, command.By);
        foreach (var item in county.Items.Where(i => i.Levels.HasFlag(GovernmentLevels.Township) && i.Confirmation != ItemConfirmation.Struck).OrderBy(i => i.SortOrder))
        {
            var said = earlier.TryGetValue(item.Code, out var before) && before.Text == item.Text ? before : null;
            var adoption = said?.Adoption == ItemAdoption.Applies ? ItemAdoption.Applies : ItemAdoption.Pending;
            draft.Add((said ?? item).CopyTo(Guid.CreateVersion7(clock.Now), draft.Id, adoption));
        }

        foreach (var local in own.Where(i => i.IsLocal)) draft.Add(local.CopyTo(Guid.CreateVersion7(clock.Now), draft.Id, ItemAdoption.Applies));
        db.Add(draft);
        store.Record(CatalogueActs.Adopt, draft, command.By, detail: county.Name);
        var saved = await store.SaveAsync(stop);
        return saved.IsDone ? draft.Id : saved;
    }

    /// <summary>The township confirms that the items apply; a proposal to the contrary is thereby taken back.</summary>
    public async Task<OutcomeOf<int>> ConfirmAsync(ConfirmItemsApply command, CancellationToken stop)
    {
        var found = await store.FindDraftAsync(command.EditionId, null, command.By, stop);
        if (found.Value is not { } edition) return found.Outcome;
        if (edition.BasedOnEditionId is null) return Outcome.NotFound;
        if (command.Rows.Count == 0) return new Refusal("Item.NothingSelected");
        var items = edition.Items.ToDictionary(i => i.Id);
        if (command.Rows.Any(r => !items.ContainsKey(r.ItemId))) return Outcome.NotFound;
        if (command.Rows.Any(r => items[r.ItemId].Revision != r.Revision)) return Outcome.EditedMeanwhile;
        var open = command.Rows.Select(r => items[r.ItemId]).Distinct().Where(i => i.Adoption != ItemAdoption.Applies).ToList();
        foreach (var item in open)
        {
            item.ConfirmApplies();
            store.Record(CatalogueActs.ConfirmApplies, edition, command.By, item);
        }

        edition.Touch();
        var saved = await store.SaveAsync(stop);
        return saved.IsDone ? open.Count : saved;
    }

    /// <summary>Proposes 不适用; the item counts as applying until it is agreed.</summary>
    public async Task<Outcome> ProposeAsync(ProposeNotApplicable command, CancellationToken stop)
    {
        var found = await store.FindDraftItemAsync(command.ItemId, command.SeenRevision, command.By, stop);
        if (found.Value is not { } at) return found.Outcome;
        if (at.Edition.BasedOnEditionId is null) return Outcome.NotFound;
        if (at.Item.IsLocal) return Outcome.Refused("Item.LocalApplies");
        var refusals = RowConfirmation.CheckReason(command.Reason, "Item.NotApplicableReasonMissing", "Reason");
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        at.Item.ProposeNotApplicable(command.Reason);
        at.Edition.Touch();
        store.Record(CatalogueActs.ProposeNotApplicable, at.Edition, command.By, at.Item, command.Reason.Trim());
        return await store.SaveAsync(stop);
    }

    /// <summary>Agrees, or does not. Agreed on an edition in force, the township's duty ends with the same save.</summary>
    public async Task<Outcome> DecideAsync(DecideNotApplicable command, CancellationToken stop)
    {
        var item = await db.Items.SingleOrDefaultAsync(i => i.Id == command.ItemId, stop);
        if (item is null) return Outcome.NotFound;
        var lead = await db.Domains.Where(d => d.Id == item.DomainId).Select(d => d.LeadOrganisationId).SingleAsync(stop);
        if (!(await authority.OfAsync(command.By, stop)).MayDecide(lead)) return Outcome.NotFound;
        if (item.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        if (item.Adoption != ItemAdoption.NotApplicableProposed) return Outcome.Refused("Item.NothingProposed");
        var refusals = command.Agreed ? [] : RowConfirmation.CheckReason(command.Remark, "Item.RefusalReasonMissing", "Remark");
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var edition = await db.Editions.Include(e => e.Items).SingleAsync(e => e.Id == item.EditionId, stop);
        if (edition.Status == EditionStatus.Superseded) return Outcome.Refused("Edition.NotDraft");
        item.DecideNotApplicable(command.By, command.Agreed, command.Remark);
        if (edition.Status == EditionStatus.InForce && command.Agreed)
        {
            var plan = await duties.PlanWithAsync(edition, stop);
            await duties.ApplyAsync(plan, clock.Today, clock.Now, stop);
        }

        store.Record(command.Agreed ? CatalogueActs.AgreeNotApplicable : CatalogueActs.RefuseNotApplicable, edition, command.By, item, command.Remark.Trim());
        return await store.SaveAsync(stop);
    }
}
