using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>What the use cases of the catalogue share: finding what a person may touch, evidence, saving once.</summary>
public sealed class CatalogueStore(DisclosureDb db, BusinessClock clock, CatalogueAuthority authority)
{
    /// <summary>A draft that the person keeps, with its rows.</summary>
    public async Task<OutcomeOf<CatalogueEdition>> FindDraftAsync(Guid editionId, int? seenRevision, Guid by, CancellationToken stop)
    {
        var edition = await db.Editions.Include(e => e.Items).SingleOrDefaultAsync(e => e.Id == editionId, stop);
        if (edition is null || !(await authority.OfAsync(by, stop)).MaySteward(edition.OwnerOrganisationId)) return Outcome.NotFound;
        if (edition.Status != EditionStatus.Draft) return new Refusal("Edition.NotDraft");
        return seenRevision is not null && edition.Revision != seenRevision ? Outcome.EditedMeanwhile : edition;
    }

    /// <summary>An item of a draft that the person keeps.</summary>
    public async Task<OutcomeOf<ItemOfEdition>> FindDraftItemAsync(Guid itemId, int seenRevision, Guid by, CancellationToken stop)
    {
        var item = await db.Items.SingleOrDefaultAsync(i => i.Id == itemId, stop);
        if (item is null) return Outcome.NotFound;
        var edition = await db.Editions.SingleAsync(e => e.Id == item.EditionId, stop);
        if (!(await authority.OfAsync(by, stop)).MaySteward(edition.OwnerOrganisationId)) return Outcome.NotFound;
        if (edition.Status != EditionStatus.Draft) return new Refusal("Edition.NotDraft");
        return item.Revision == seenRevision ? new ItemOfEdition(item, edition) : Outcome.EditedMeanwhile;
    }

    /// <summary>Notes what was done, in the same save.</summary>
    public void Record(string act, CatalogueEdition edition, Guid by, StandardItem? item = null, string detail = "") =>
        db.Add(AuditEntry.Record(
            clock.Now, by, act, edition.OwnerOrganisationId, item?.Id ?? edition.Id,
            item is null ? edition.Name : $"{item.Code} {item.Text.Name}", detail));

    /// <summary>Saves; a race becomes <see cref="Outcome.EditedMeanwhile"/>.</summary>
    public Task<Outcome> SaveAsync(CancellationToken stop) => db.TrySaveAsync(stop);
}

/// <summary>An item together with its edition.</summary>
public sealed record ItemOfEdition(StandardItem Item, CatalogueEdition Edition);
