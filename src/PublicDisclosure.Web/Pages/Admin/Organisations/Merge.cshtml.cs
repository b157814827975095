using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Organisations;

/// <summary>Merges an organisation into another: says beforehand what goes where.</summary>
public sealed class MergeModel(DisclosureDb db, OrganisationMerger merger) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Organisation { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Successors { get; private set; } = [];

    /// <summary>Drafts and texts under review that would be handed over.</summary>
    public int OpenWork { get; private set; }

    /// <summary>What stays under the old name.</summary>
    public int Published { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop)) return NotFound();
        Input = new Form { SeenRevision = Organisation.Revision };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var merged = await merger.MergeAsync(new(id, Input.SeenRevision, Input.SuccessorId!.Value, User.GetStaffId()), stop);
        return this.Answer(merged.Outcome, () =>
        {
            this.Flash($"机构已撤并，{merged.Value} 件在办信息已移交承接单位。");
            return RedirectToPage("Contact", new { id });
        });
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if (await db.FindKeptAsync(User, id, stop) is not { IsActive: true } organisation) return false;
        Organisation = organisation;
        var others = await db.KeptBy(User).Where(o => o.IsActive && o.Id != id).OrderBy(o => o.SortOrder)
            .Select(o => new SelectListItem(o.Name, o.Id.ToString())).ToListAsync(stop);
        // Nobody is merged into whoever happens to stand first.
        Successors = [new SelectListItem("请选择", ""), .. others];
        var states = DisclosureTransitions.HandedOver;
        OpenWork = await db.Disclosures.CountAsync(d => d.OrganisationId == id && d.CurrentVersion == 0 && states.Contains(d.State), stop);
        Published = await db.Disclosures.EverPublished().CountAsync(d => d.OrganisationId == id, stop);
        return true;
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        public int SeenRevision { get; init; }

        [Display(Name = "承接单位"), Required(ErrorMessage = "请选择承接单位。")]
        public Guid? SuccessorId { get; init; }
    }
}
