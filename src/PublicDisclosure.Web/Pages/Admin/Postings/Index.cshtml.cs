using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Postings;

/// <summary>Postings off the web of the person's organisations.</summary>
public sealed class IndexModel(DisclosureDb db, PostingQueries queries) : PageModel
{
    /// <summary>Only those that wait for a second person.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Open { get; set; }

    public Page<PostingRow> List { get; private set; } = new([], null, null);

    public async Task OnGetAsync(string? after, CancellationToken stop) => List = await queries.ListAsync(
        User.ScopeOf(Permission.DisclosuresView).Apply(db.Postings.AsNoTracking(), p => p.OrganisationId), Open, ListPosition.Read(after), stop);
}
