using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>Adds an item to a draft; in a township's draft it is a local one.</summary>
public sealed class NewItemModel(CatalogueQueries queries, CatalogueAuthority authority, EditionEditor editor) : PageModel, IItemForm
{
    [BindProperty]
    public ItemInput Input { get; set; } = new();

    [BindProperty, Display(Name = "所属领域")]
    public Guid? DomainId { get; set; }

    [BindProperty]
    public int SeenRevision { get; set; }

    public EditionRow Edition { get; private set; } = default!;

    public IReadOnlyList<SelectListItem> Domains { get; private set; } = [];

    public bool IsTownship => Edition.BasedOnEditionId is not null;

    public string AspectsHint => "不选时按分类规则推定。";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        SeenRevision = Edition.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        // A township's item is of township level whatever the form says.
        var content = Input.ToContent();
        if (IsTownship) content = content with { Levels = GovernmentLevels.Township };
        var added = await editor.AddAsync(new AddItem(id, SeenRevision, DomainId ?? Guid.Empty, content, User.GetStaffId()), stop);
        foreach (var refusal in added.Refusals.Where(r => r.Field == "DomainId")) ModelState.AddModelError("DomainId", RefusalTexts.Of(refusal));
        if (added.Refusals.Any(r => r.Field == "DomainId")) return this.Refused(added.Refusals.Where(r => r.Field != "DomainId"));
        return this.Answer(added.Outcome, () =>
        {
            this.Flash("事项已增加。");
            return Redirect($"/admin/catalogue/items/{added.Value}");
        });
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var rights = await authority.OfAsync(User.GetStaffId(), stop);
        if (await queries.FindAsync(id, rights, stop) is not { Status: EditionStatus.Draft } edition || !rights.MaySteward(edition.OwnerId)) return false;
        Edition = edition;
        Domains = [.. (await queries.DomainsAsync(id, stop)).Select(d => new SelectListItem($"{d.Code} {d.Name}", d.Id.ToString()))];
        return true;
    }
}
