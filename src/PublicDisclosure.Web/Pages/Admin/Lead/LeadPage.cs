using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Lead;

/// <summary>What the pages about one township in one domain share: both come by the address, and only led domains open.</summary>
public abstract class LeadPage(DisclosureDb db, CatalogueAuthority authority) : PageModel
{
    /// <summary>Code of the domain.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Domain { get; set; }

    /// <summary>Slug of the township.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Township { get; set; }

    public Named Of { get; private set; } = null!;

    public Named At { get; private set; } = null!;

    /// <summary>Finds both; false where the domain is not led by the person's department or there is no such township.</summary>
    protected async Task<bool> FindAsync(CancellationToken stop)
    {
        var rights = await authority.OfAsync(User.GetStaffId(), stop);
        var domain = await db.Domains.AsNoTracking().Where(d => d.Code == Domain).Select(d => new { d.Id, d.Name, d.Code, d.LeadOrganisationId }).SingleOrDefaultAsync(stop);
        var township = await db.Organisations.AsNoTracking().Where(o => o.Slug == Township && o.Kind == OrganisationKind.Township)
            .Select(o => new Named(o.Id, o.Slug, o.ShortName)).SingleOrDefaultAsync(stop);
        if (domain is null || township is null || !rights.MayDecide(domain.LeadOrganisationId)) return false;
        (Of, At) = (new Named(domain.Id, domain.Code, domain.Name), township);
        return true;
    }

    /// <summary>A domain or a township.</summary>
    public sealed record Named(Guid Id, string Key, string Name);
}
