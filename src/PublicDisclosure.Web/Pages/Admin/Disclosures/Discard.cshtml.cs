using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Puts a draft that was never submitted into the bin.</summary>
public sealed class DiscardModel(DisclosureAccess access, Core.Disclosures.Bin bin) : PageModel
{
    /// <summary>The revision the person saw.</summary>
    [BindProperty]
    public int SeenRevision { get; set; }

    public Draft Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        SeenRevision = Found.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        var outcome = await bin.DiscardAsync(new DiscardDisclosure(id, SeenRevision, User.GetStaffId()), stop);
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Found.Revision;
        return this.Answer(outcome, () =>
        {
            this.Flash("已放入回收站。");
            return Redirect("/admin/bin");
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop) =>
        (Found = (await access.For(User, Permission.DisclosuresDraft).Where(d => d.Id == id)
            .Select(d => new Draft(d.Id, d.Text.Title, d.Revision)).SingleOrDefaultAsync(stop))!) is not null;

    /// <summary>What the page shows.</summary>
    public sealed record Draft(Guid Id, string Title, int Revision);
}
