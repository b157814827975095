using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>The checklist of a draft, and the button that puts it in force.</summary>
public sealed class PutInForceModel(CatalogueQueries queries, CatalogueAuthority authority, EditionInForce editions) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    public EditionRow Edition { get; private set; } = default!;

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        var outcome = await editions.PutAsync(new PutEditionInForce(id, SeenRevision, User.GetStaffId()), stop);
        return this.Answer(outcome, () =>
        {
            this.Flash("目录已施行，公开责任已更新。");
            return Redirect($"/admin/catalogue/editions/{id}");
        });
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var rights = await authority.OfAsync(User.GetStaffId(), stop);
        if (await queries.FindAsync(id, rights, stop) is not { Status: EditionStatus.Draft } edition || !rights.MaySteward(edition.OwnerId)) return false;
        Edition = edition;
        Refusals = await editions.CheckAsync(id, stop);
        return true;
    }
}
