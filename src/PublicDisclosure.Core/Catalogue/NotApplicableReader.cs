using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>An item that was agreed not to apply to a township, with the reason.</summary>
public sealed record NotApplicableItem(string TownshipSlug, string TownshipName, string DomainSlug, string DomainName, string Code, string Name, string Reason);

/// <summary>A township with what it says of its catalogue.</summary>
/// <param name="Slug">Address part of the township.</param>
/// <param name="Name">Its name.</param>
/// <param name="Items">Items of its edition; 0 without an edition of its own.</param>
/// <param name="NotApplicable">Of these, agreed not to apply.</param>
/// <param name="Edition">Its edition in force; null when it follows the city's.</param>
/// <param name="HasLapsed">Its edition was made from a city edition that is no longer in force: 不适用 does not count any more.</param>
public sealed record TownshipLine(string Slug, string Name, string? Edition, int Items, int NotApplicable, bool HasLapsed);

/// <summary>
/// What the public reads of 不适用: agreed statements of township editions in force that were made from the city's edition in
/// force. With a new city edition they lapse until they are agreed anew.
/// </summary>
public sealed class NotApplicableReader(DisclosureDb db)
{
    /// <summary>Every township with its count.</summary>
    public async Task<IReadOnlyList<TownshipLine>> TownshipsAsync(CancellationToken stop)
    {
        var city = await CityEditionAsync(stop);
        var rows = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Township && o.IsActive).OrderBy(o => o.SortOrder)
            .Select(o => new
            {
                o.Slug,
                o.Name,
                Edition = db.Editions.Where(e => e.OwnerOrganisationId == o.Id && e.Status == EditionStatus.InForce)
                    .Select(e => new
                    {
                        e.Name,
                        e.BasedOnEditionId,
                        Items = db.Items.Count(i => i.EditionId == e.Id && i.Confirmation != ItemConfirmation.Struck),
                        NotApplicable = db.Items.Count(i => i.EditionId == e.Id && i.Adoption == ItemAdoption.NotApplicable),
                    }).FirstOrDefault(),
            }).ToListAsync(stop);
        return [.. rows.Select(r =>
        {
            var isCurrent = r.Edition is not null && r.Edition.BasedOnEditionId == city;
            return new TownshipLine(
                r.Slug, r.Name, r.Edition?.Name, r.Edition?.Items ?? 0, isCurrent ? r.Edition!.NotApplicable : 0,
                !isCurrent && r.Edition is { NotApplicable: > 0 });
        })];
    }

    /// <summary>What does not apply, with reasons; of one township or of all.</summary>
    public async Task<IReadOnlyList<NotApplicableItem>> ItemsAsync(Guid? townshipId, CancellationToken stop)
    {
        var city = await CityEditionAsync(stop);
        if (city is null) return [];
        var rows = await db.Items.AsNoTracking().Where(i => i.Adoption == ItemAdoption.NotApplicable)
            .Join(db.Editions.Where(e => e.Status == EditionStatus.InForce && e.BasedOnEditionId == city && (townshipId == null || e.OwnerOrganisationId == townshipId)),
                i => i.EditionId, e => e.Id, (Item, Edition) => new { Item, Edition })
            .Join(db.Organisations.Where(o => o.IsActive), x => x.Edition.OwnerOrganisationId, o => o.Id, (x, Owner) => new { x.Item, Owner })
            .Join(db.Domains, x => x.Item.DomainId, d => d.Id, (x, Domain) => new { x.Item, x.Owner, Domain })
            .OrderBy(x => x.Owner.SortOrder).ThenBy(x => x.Domain.SortOrder).ThenBy(x => x.Item.SortOrder)
            .Select(x => new { Slug = x.Owner.Slug, Township = x.Owner.Name, DomainSlug = x.Domain.Slug, Domain = x.Domain.Name, x.Item.Code, x.Item.Text, x.Item.AdoptionReason })
            .ToListAsync(stop);
        return [.. rows.Select(r => new NotApplicableItem(r.Slug, r.Township, r.DomainSlug, r.Domain, r.Code, r.Text.FullName, r.AdoptionReason))];
    }

    private Task<Guid?> CityEditionAsync(CancellationToken stop) => db.Editions.CityInForce(db).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(stop);
}
