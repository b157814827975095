using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Bin;

/// <summary>Discarded drafts of the person's organisations, with a button to bring each back.</summary>
public sealed class IndexModel(DisclosureAccess access, Core.Disclosures.Bin bin) : PageModel
{
    public IReadOnlyList<BinRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Rows = await bin.ListAsync(Mine, stop);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Mine.AnyAsync(d => d.Id == id && d.DiscardedAt != null, stop)) return NotFound();
        var outcome = await bin.RestoreAsync(id, User.GetStaffId(), stop);
        Rows = await bin.ListAsync(Mine, stop);
        return this.Answer(outcome, () =>
        {
            this.Flash("草稿已恢复。");
            return Redirect($"/admin/disclosures/{id}");
        });
    }

    private IQueryable<Disclosure> Mine => access.For(User, Permission.DisclosuresDraft).IgnoreQueryFilters();
}
