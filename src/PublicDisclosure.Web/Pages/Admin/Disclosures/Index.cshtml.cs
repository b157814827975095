using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The disclosures of the person's organisations.</summary>
public sealed class IndexModel(DisclosureAccess access, DisclosureDeskQueries queries) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public Page<DeskRow> List { get; private set; } = new([], null, null);

    /// <summary>What cannot be read in the address narrows nothing.</summary>
    public DisclosureState? StateFilter => Enum.GetNames<DisclosureState>().Contains(State) ? Enum.Parse<DisclosureState>(State!) : null;

    public async Task OnGetAsync(CancellationToken stop) => List = await queries.ListAsync(
        access.For(User, Permission.DisclosuresView),
        new DeskFilter(StateFilter, Q, ListPosition.Read(After), ListPosition.Read(Before)), stop);
}
