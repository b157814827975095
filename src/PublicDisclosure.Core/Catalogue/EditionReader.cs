using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>The editions the public may read: those in force and those superseded, never drafts.</summary>
public sealed class EditionReader(DisclosureDb db)
{
    /// <summary>Every public edition, the city's first, newest first.</summary>
    public async Task<IReadOnlyList<EditionLine>> ReadAsync(CancellationToken stop) =>
        await db.Editions.AsNoTracking().Where(e => e.Status != EditionStatus.Draft)
            .Join(db.Organisations, e => e.OwnerOrganisationId, o => o.Id, (e, o) => new { e, o })
            .OrderBy(p => p.o.SortOrder).ThenByDescending(p => p.e.InForceOn)
            .Select(p => new EditionLine(
                p.e.Id, p.e.Name, p.e.Year, p.e.Status, p.e.InForceOn, p.e.SupersededOn, p.e.BasedOnEditionId, p.o.Name, p.o.Slug,
                db.Items.Count(i => i.EditionId == p.e.Id && i.Confirmation != ItemConfirmation.Struck)))
            .ToListAsync(stop);

    /// <summary>What became of the items from one public edition to another, or null when either is not public.</summary>
    public async Task<EditionComparison?> CompareAsync(Guid older, Guid newer, CancellationToken stop)
    {
        var isPublic = await db.Editions.CountAsync(e => (e.Id == older || e.Id == newer) && e.Status != EditionStatus.Draft, stop) == 2;
        if (!isPublic) return null;
        var names = await db.Domains.ToDictionaryAsync(d => d.Id, d => d.Name, stop);
        return EditionComparison.Of(await ItemsAsync(older, stop), await ItemsAsync(newer, stop), names);
    }

    private async Task<List<StandardItem>> ItemsAsync(Guid edition, CancellationToken stop) =>
        await db.Items.AsNoTracking().Where(i => i.EditionId == edition).OrderBy(i => i.SortOrder).ToListAsync(stop);
}

/// <summary>An edition in the public list.</summary>
public sealed record EditionLine(
    Guid Id, string Name, int Year, EditionStatus Status, DateOnly? InForceOn, DateOnly? SupersededOn, Guid? BasedOnEditionId,
    string OwnerName, string OwnerSlug, int Items);
