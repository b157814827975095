using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Batches;

/// <summary>The batches of the person's organisations.</summary>
public sealed class IndexModel(DisclosureDb db, BatchDesk desk) : PageModel
{
    public IReadOnlyList<BatchListRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Rows = await desk.ListAsync(User.ScopeOf(Permission.DisclosuresView).Apply(db.Batches, b => b.OrganisationId), stop);
}
