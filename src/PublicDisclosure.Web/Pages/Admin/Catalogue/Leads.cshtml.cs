using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>Which department leads which domain, kept by the steward of the city.</summary>
public sealed class LeadsModel(DisclosureDb db, CatalogueAuthority authority, DomainLeads leads) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    /// <summary>What a line of the table sends.</summary>
    public sealed record Fields
    {
        public string? Code { get; set; }

        public Guid? SeenLeadId { get; set; }

        public Guid? LeadId { get; set; }
    }

    /// <summary>A domain with its lead.</summary>
    public sealed record Row(string Code, string Name, string Ministry, Guid? LeadId);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await leads.AssignAsync(new AssignLead(Input.Code ?? "", Input.SeenLeadId, Input.LeadId, User.GetStaffId()), stop);
        if (outcome.Kind == OutcomeKind.EditedMeanwhile) await LoadAsync(stop);
        return this.Answer(outcome, () =>
        {
            this.Flash("牵头部门已保存。");
            return Redirect("/admin/catalogue/leads");
        });
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!(await authority.OfAsync(User.GetStaffId(), stop)).IsCitySteward) return false;
        Rows = await db.Domains.AsNoTracking().OrderBy(d => d.SortOrder).Select(d => new Row(d.Code, d.Name, d.Ministry, d.LeadOrganisationId)).ToListAsync(stop);
        Departments = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Department && o.IsActive).OrderBy(o => o.SortOrder)
            .Select(o => new SelectListItem(o.Name, o.Id.ToString())).ToListAsync(stop);
        return true;
    }
}
