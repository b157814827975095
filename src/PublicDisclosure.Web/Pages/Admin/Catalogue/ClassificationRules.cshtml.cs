using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>The table that proposes aspects and classes.</summary>
public sealed class ClassificationRulesModel(DisclosureDb db, CatalogueAuthority authority) : PageModel
{
    public IReadOnlyList<ClassificationRule> Rules { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Domains { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!(await authority.OfAsync(User.GetStaffId(), stop)).IsCitySteward) return NotFound();
        Rules = await db.ClassificationRules.AsNoTracking().OrderBy(r => r.SortOrder).ToListAsync(stop);
        Domains = await db.Domains.AsNoTracking().ToDictionaryAsync(d => d.Code, d => d.Name, stop);
        return Page();
    }
}
