using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue.Export;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>Which items of an edition a list shows.</summary>
public enum ItemFilter
{
    All,

    /// <summary>待核对</summary>
    Unconfirmed,

    /// <summary>推定</summary>
    Proposed,

    /// <summary>待确认, in a township's edition.</summary>
    Pending,

    /// <summary>拟不适用 or 不适用, in a township's edition.</summary>
    NotApplicable,
}

/// <summary>An edition in a list.</summary>
public sealed record EditionRow(
    Guid Id, Guid OwnerId, string OwnerName, string Name, int Year, EditionStatus Status, DateOnly? InForceOn, DateOnly? SupersededOn,
    Guid? BasedOnEditionId, int Revision, int Items, int Unconfirmed, int Pending);

/// <summary>A domain of an edition with what is open in it.</summary>
public sealed record EditionDomain(Guid Id, string Code, string Slug, string Name, Guid? LeadId, int Items, int Unconfirmed, int Proposed, int Pending, int NotApplicable);

/// <summary>An item with what surrounds it.</summary>
public sealed record ItemPageData(
    StandardItem Item, EditionRow Edition, string DomainCode, string DomainName, Guid? LeadId, string ConfirmedBy, IReadOnlyList<(string Heading, string Text)> Cells);

/// <summary>A township's proposal that waits for a decision.</summary>
public sealed record Proposal(Guid ItemId, int Revision, string Township, string Edition, string Domain, Guid? LeadId, string Code, string Level1, string Name, string Reason);

/// <summary>Reads editions and items for staff; the public reads through <c>CatalogueReader</c> and <c>EditionReader</c>.</summary>
public sealed class CatalogueQueries(DisclosureDb db)
{
    /// <summary>The editions a person may see, the city's first, newest first.</summary>
    public async Task<IReadOnlyList<EditionRow>> EditionsAsync(CatalogueRights rights, CancellationToken stop) =>
        [.. (await LinesAsync(db.Editions.AsNoTracking(), stop)).Where(e => rights.MayView(e.OwnerId))];

    /// <summary>An edition, or null where there is none the person may see.</summary>
    public async Task<EditionRow?> FindAsync(Guid editionId, CatalogueRights rights, CancellationToken stop) =>
        (await LinesAsync(db.Editions.AsNoTracking().Where(e => e.Id == editionId), stop)).Find(e => rights.MayView(e.OwnerId));

    /// <summary>Every domain with what is open in the edition.</summary>
    public async Task<IReadOnlyList<EditionDomain>> DomainsAsync(Guid editionId, CancellationToken stop)
    {
        var counts = await db.Items.AsNoTracking().Where(i => i.EditionId == editionId).GroupBy(i => i.DomainId)
            .Select(g => new
            {
                g.Key,
                Items = g.Count(i => i.Confirmation != ItemConfirmation.Struck),
                Unconfirmed = g.Count(i => i.Confirmation == ItemConfirmation.Unconfirmed),
                Proposed = g.Count(i => i.Confirmation != ItemConfirmation.Struck && (!i.AspectsConfirmed || !i.MandatoryClassConfirmed)),
                Pending = g.Count(i => i.Adoption == ItemAdoption.Pending),
                NotApplicable = g.Count(i => i.Adoption == ItemAdoption.NotApplicable || i.Adoption == ItemAdoption.NotApplicableProposed),
            }).ToDictionaryAsync(g => g.Key, stop);
        var domains = await db.Domains.AsNoTracking().OrderBy(d => d.SortOrder).ToListAsync(stop);
        return [.. domains.Select(d => counts.TryGetValue(d.Id, out var c)
            ? new EditionDomain(d.Id, d.Code, d.Slug, d.Name, d.LeadOrganisationId, c.Items, c.Unconfirmed, c.Proposed, c.Pending, c.NotApplicable)
            : new EditionDomain(d.Id, d.Code, d.Slug, d.Name, d.LeadOrganisationId, 0, 0, 0, 0, 0))];
    }

    /// <summary>Items of one domain of an edition, struck ones included.</summary>
    public Task<List<StandardItem>> ItemsAsync(Guid editionId, Guid domainId, ItemFilter filter, CancellationToken stop)
    {
        var items = db.Items.AsNoTracking().Where(i => i.EditionId == editionId && i.DomainId == domainId);
        return (filter switch
        {
            ItemFilter.Unconfirmed => items.Where(i => i.Confirmation == ItemConfirmation.Unconfirmed),
            ItemFilter.Proposed => items.Where(i => i.Confirmation != ItemConfirmation.Struck && (!i.AspectsConfirmed || !i.MandatoryClassConfirmed)),
            ItemFilter.Pending => items.Where(i => i.Adoption == ItemAdoption.Pending),
            ItemFilter.NotApplicable => items.Where(i => i.Adoption == ItemAdoption.NotApplicable || i.Adoption == ItemAdoption.NotApplicableProposed),
            _ => items,
        }).OrderBy(i => i.SortOrder).ToListAsync(stop);
    }

    /// <summary>An item with its edition, or null where there is none the person may see.</summary>
    public async Task<ItemPageData?> ItemAsync(Guid itemId, CatalogueRights rights, CancellationToken stop)
    {
        var item = await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Id == itemId, stop);
        if (item is null || await FindAsync(item.EditionId, rights, stop) is not { } edition) return null;
        var domain = await db.Domains.AsNoTracking().SingleAsync(d => d.Id == item.DomainId, stop);
        var names = await NamesAsync([item], stop);
        var cells = CatalogueCells.Of(CatalogueExports.ToRow(item, domain.Name))
            .Where(c => c.Heading is not ("领域" or "事项编码" or "五公开" or "备注") && c.Text.Length > 0).Select(c => (c.Heading, c.Text)).ToList();
        return new ItemPageData(
            item, edition, domain.Code, domain.Name, domain.LeadOrganisationId, item.ConfirmedBy is { } by ? names.GetValueOrDefault(by, "") : "", cells);
    }

    /// <summary>Names of the people who confirmed or struck rows.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<StandardItem> items, CancellationToken stop)
    {
        var ids = items.SelectMany(i => new[] { i.ConfirmedBy, i.AdoptionDecidedBy }).OfType<Guid>().Distinct().ToList();
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
    }

    /// <summary>What became of the items between two editions.</summary>
    public async Task<EditionComparison> CompareAsync(Guid beforeId, Guid afterId, CancellationToken stop)
    {
        var domains = await db.Domains.AsNoTracking().OrderBy(d => d.SortOrder).ToListAsync(stop);
        var order = domains.ToDictionary(d => d.Id, d => d.SortOrder);
        var items = await db.Items.AsNoTracking().Where(i => i.EditionId == beforeId || i.EditionId == afterId).ToListAsync(stop);
        var sorted = items.OrderBy(i => order[i.DomainId]).ThenBy(i => i.SortOrder).ToList();
        return EditionComparison.Of(
            sorted.Where(i => i.EditionId == beforeId), sorted.Where(i => i.EditionId == afterId), domains.ToDictionary(d => d.Id, d => d.Name));
    }

    /// <summary>Proposals 不适用 that the person may decide on.</summary>
    public async Task<IReadOnlyList<Proposal>> ProposalsAsync(CatalogueRights rights, CancellationToken stop)
    {
        var open = await db.Items.AsNoTracking().Where(i => i.Adoption == ItemAdoption.NotApplicableProposed)
            .Join(db.Editions.Where(e => e.Status != EditionStatus.Superseded), i => i.EditionId, e => e.Id, (Item, Edition) => new { Item, Edition })
            .Join(db.Organisations, x => x.Edition.OwnerOrganisationId, o => o.Id, (x, Owner) => new { x.Item, x.Edition, Owner })
            .Join(db.Domains, x => x.Item.DomainId, d => d.Id, (x, Domain) => new { x.Item, Edition = x.Edition.Name, Owner = x.Owner.ShortName, x.Owner.SortOrder, Domain })
            .ToListAsync(stop);
        return [.. open.Where(x => rights.MayDecide(x.Domain.LeadOrganisationId)).OrderBy(x => x.SortOrder).ThenBy(x => x.Domain.SortOrder).ThenBy(x => x.Item.SortOrder)
            .Select(x => new Proposal(
                x.Item.Id, x.Item.Revision, x.Owner, x.Edition, x.Domain.Name, x.Domain.LeadOrganisationId, x.Item.Code, x.Item.Text.Level1, x.Item.Text.Name,
                x.Item.AdoptionReason))];
    }

    private async Task<List<EditionRow>> LinesAsync(IQueryable<CatalogueEdition> editions, CancellationToken stop) =>
        await editions.Join(db.Organisations, e => e.OwnerOrganisationId, o => o.Id, (Edition, Owner) => new { Edition, Owner })
            .OrderBy(x => x.Owner.SortOrder).ThenByDescending(x => x.Edition.CreatedAt)
            .Select(x => new EditionRow(
                x.Edition.Id, x.Owner.Id, x.Owner.Name, x.Edition.Name, x.Edition.Year, x.Edition.Status, x.Edition.InForceOn, x.Edition.SupersededOn,
                x.Edition.BasedOnEditionId, x.Edition.Revision,
                db.Items.Count(i => i.EditionId == x.Edition.Id && i.Confirmation != ItemConfirmation.Struck),
                db.Items.Count(i => i.EditionId == x.Edition.Id && i.Confirmation == ItemConfirmation.Unconfirmed),
                db.Items.Count(i => i.EditionId == x.Edition.Id && i.Adoption == ItemAdoption.Pending)))
            .ToListAsync(stop);
}
