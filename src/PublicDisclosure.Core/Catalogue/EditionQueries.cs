using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>Which edition the public column shows.</summary>
public static class EditionQueries
{
    /// <summary>The city's edition in force; at most one.</summary>
    public static IQueryable<CatalogueEdition> CityInForce(this IQueryable<CatalogueEdition> editions, DisclosureDb db) =>
        editions.Where(e => e.Status == EditionStatus.InForce
            && db.Organisations.Any(o => o.Id == e.OwnerOrganisationId && o.Kind == OrganisationKind.Government));

    /// <summary>The items of the city's edition in force, without those a steward struck.</summary>
    public static IQueryable<StandardItem> OfCityEdition(this IQueryable<StandardItem> items, DisclosureDb db) =>
        items.Where(i => i.Confirmation != ItemConfirmation.Struck
            && db.Editions.CityInForce(db).Any(e => e.Id == i.EditionId));
}
