using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>An edition by domain, with what is open in each.</summary>
public sealed class EditionModel(CatalogueQueries queries, CatalogueAuthority authority, EditionEditor editor) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    public EditionRow Edition { get; private set; } = default!;

    public IReadOnlyList<EditionDomain> Domains { get; private set; } = [];

    /// <summary>Other editions of the same owner, to compare with; for a township also the city's.</summary>
    public IReadOnlyList<EditionRow> Others { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public bool IsTownship => Edition.BasedOnEditionId is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        var outcome = await editor.DiscardAsync(new DiscardDraft(id, SeenRevision, User.GetStaffId()), stop);
        return this.Answer(outcome, () =>
        {
            this.Flash("草案已删除。");
            return Redirect("/admin/catalogue");
        });
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var rights = await authority.OfAsync(User.GetStaffId(), stop);
        if (await queries.FindAsync(id, rights, stop) is not { } edition) return false;
        Edition = edition;
        MayEdit = edition.Status == EditionStatus.Draft && rights.MaySteward(edition.OwnerId);
        Domains = [.. (await queries.DomainsAsync(id, stop)).Where(d => d.Items > 0 || MayEdit)];
        Others = [.. (await queries.EditionsAsync(rights, stop)).Where(e => e.Id != id && (e.OwnerId == edition.OwnerId || e.Id == edition.BasedOnEditionId))];
        return true;
    }
}
