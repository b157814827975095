using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>Reads what a person may do with catalogues as it stands now.</summary>
public sealed class CatalogueAuthority(DisclosureDb db, StaffAuthority staff, IOptions<DisclosureOfficeOptions> office)
{
    /// <summary>The rights of a person; null is the system itself.</summary>
    public async Task<CatalogueRights> OfAsync(Guid? by, CancellationToken stop)
    {
        var rights = await staff.RightsOfAsync(by, stop);
        var slug = office.Value.Slug;
        var bodies = await db.Organisations.AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Government || o.Slug == slug).Select(o => new { o.Id, o.Kind, o.Slug }).ToListAsync(stop);
        return new CatalogueRights(
            rights,
            bodies.Find(o => o.Kind == OrganisationKind.Government)?.Id ?? Guid.Empty,
            bodies.Find(o => o.Slug == slug)?.Id ?? Guid.Empty);
    }
}
