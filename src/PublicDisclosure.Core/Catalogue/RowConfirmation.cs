using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>A row with the revision the person saw.</summary>
public sealed record SeenRow(Guid ItemId, int Revision);

/// <summary>A person answers by name for rows of one edition.</summary>
public sealed record ConfirmRows(Guid EditionId, IReadOnlyList<SeenRow> Rows, Guid By);

/// <summary>A person strikes a row, with the reason.</summary>
public sealed record StrikeRow(Guid ItemId, int SeenRevision, string Reason, Guid By);

/// <summary>
/// Lifts the mark 待核对: the owner's steward, or the department that leads the domain, confirms or strikes a row by name. It
/// is done in drafts and in the edition in force, whose rows may still carry the mark on a demo site.
/// </summary>
public sealed class RowConfirmation(DisclosureDb db, BusinessClock clock, CatalogueStore store, CatalogueAuthority authority)
{
    /// <summary>Confirms what the rows say.</summary>
    public Task<OutcomeOf<int>> ConfirmAsync(ConfirmRows command, CancellationToken stop) =>
        EachAsync(command, CatalogueActs.ConfirmItem, i => i.Confirmation != ItemConfirmation.Confirmed, i => i.Confirm(clock.Now, command.By), stop);

    /// <summary>Confirms aspects and class of the rows as proposed: 推定 goes.</summary>
    public Task<OutcomeOf<int>> ConfirmClassificationAsync(ConfirmRows command, CancellationToken stop) =>
        EachAsync(command, CatalogueActs.ConfirmClassification, i => !i.AspectsConfirmed || !i.MandatoryClassConfirmed, i =>
        {
            i.ClassifyAspects(i.Aspects, confirmed: true);
            i.ClassifyMandatory(i.MandatoryClass, confirmed: true);
        }, stop);

    /// <summary>Strikes a row: it stays as evidence and is no part of the catalogue any more.</summary>
    public async Task<Outcome> StrikeAsync(StrikeRow command, CancellationToken stop)
    {
        var item = await db.Items.SingleOrDefaultAsync(i => i.Id == command.ItemId, stop);
        if (item is null) return Outcome.NotFound;
        var edition = await db.Editions.SingleAsync(e => e.Id == item.EditionId, stop);
        var lead = await db.Domains.Where(d => d.Id == item.DomainId).Select(d => d.LeadOrganisationId).SingleAsync(stop);
        if (!(await authority.OfAsync(command.By, stop)).MayConfirm(edition.OwnerOrganisationId, lead)) return Outcome.NotFound;
        if (edition.Status != EditionStatus.Draft) return Outcome.Refused("Edition.NotDraft");
        if (edition.BasedOnEditionId is not null && !item.IsLocal) return Outcome.Refused("Item.NotLocal");
        var refusals = CheckReason(command.Reason, "Item.StrikeReasonMissing", "Reason");
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        if (item.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        item.Strike(clock.Now, command.By, command.Reason);
        edition.Touch();
        store.Record(CatalogueActs.StrikeItem, edition, command.By, item, command.Reason.Trim());
        return await store.SaveAsync(stop);
    }

    /// <summary>Every reason why a typed reason cannot be taken.</summary>
    internal static IReadOnlyList<Refusal> CheckReason(string reason, string missing, string field)
    {
        if (string.IsNullOrWhiteSpace(reason)) return [new Refusal(missing, field)];
        if (reason.Trim().Length > StandardItem.ReasonLength) return [new Refusal("Item.TextTooLong", field, StandardItem.ReasonLength)];
        return ChineseText.HasForbiddenCharacters(reason) ? [new Refusal("Text.ForbiddenCharacters", field)] : [];
    }

    private async Task<OutcomeOf<int>> EachAsync(
        ConfirmRows command, string act, Func<StandardItem, bool> isOpen, Action<StandardItem> settle, CancellationToken stop)
    {
        var edition = await db.Editions.SingleOrDefaultAsync(e => e.Id == command.EditionId, stop);
        var rights = await authority.OfAsync(command.By, stop);
        if (edition is null || !rights.MayView(edition.OwnerOrganisationId)) return Outcome.NotFound;
        if (edition.Status == EditionStatus.Superseded) return new Refusal("Edition.NotDraft");
        if (command.Rows.Count == 0) return new Refusal("Item.NothingSelected");
        var seen = command.Rows.DistinctBy(r => r.ItemId).ToDictionary(r => r.ItemId, r => r.Revision);
        var ids = seen.Keys.ToList();
        var items = await db.Items.Where(i => i.EditionId == edition.Id && ids.Contains(i.Id)).ToListAsync(stop);
        var leads = await db.Domains.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.LeadOrganisationId, stop);
        if (items.Count < ids.Count || items.Any(i => !rights.MayConfirm(edition.OwnerOrganisationId, leads[i.DomainId]))) return Outcome.NotFound;
        if (items.Any(i => i.Revision != seen[i.Id])) return Outcome.EditedMeanwhile;
        var open = items.Where(isOpen).ToList();
        foreach (var item in open)
        {
            settle(item);
            store.Record(act, edition, command.By, item);
        }

        var saved = await store.SaveAsync(stop);
        return saved.IsDone ? open.Count : saved;
    }
}
