using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>
/// What one person may do with catalogues. The city's catalogue belongs to the city government, but is kept by the steward of
/// the disclosure office; a township's is kept by the township's own steward.
/// </summary>
/// <param name="Rights">The person's roles.</param>
/// <param name="GovernmentId">The city government, owner of the county edition.</param>
/// <param name="OfficeId">The disclosure office, by setting.</param>
public sealed record CatalogueRights(StaffRights Rights, Guid GovernmentId, Guid OfficeId)
{
    /// <summary>Keeps the city's catalogue and the rule tables.</summary>
    public bool IsCitySteward => Rights.Has(Permission.CatalogueSteward, OfficeId);

    /// <summary>Keeps the catalogue of an owner.</summary>
    public bool MaySteward(Guid ownerId) =>
        ownerId == GovernmentId ? IsCitySteward : Rights.ScopeOf(Permission.CatalogueSteward).OrganisationIds.Contains(ownerId);

    /// <summary>Sees an edition with its drafts: the city's is open to all staff of the catalogue, a township's to those who reach it.</summary>
    public bool MayView(Guid ownerId) => ownerId == GovernmentId
        ? Rights.Has(Permission.CatalogueView)
        : Rights.Has(Permission.CatalogueView, ownerId) || IsCitySteward;

    /// <summary>Answers by name for rows of an owner's edition: its steward; for the city's also the lead department and the office.</summary>
    public bool MayConfirm(Guid ownerId, Guid? leadId) =>
        MaySteward(ownerId) || (ownerId == GovernmentId && MayDecide(leadId));

    /// <summary>Decides that an item does not apply to a township: the domain's lead department, or the disclosure office.</summary>
    public bool MayDecide(Guid? leadId)
    {
        var scope = Rights.ScopeOf(Permission.CatalogueConfirm);
        return scope.IsWholeCity || (leadId is { } lead && scope.Contains(lead));
    }
}
