using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.WordLists;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.WordLists;

/// <summary>What the nightly check found in what is public, with the way to mend it.</summary>
public sealed class FindingsModel(WordReader reader) : PageModel
{
    public bool OnlyGrave { get; private set; }

    /// <summary>Findings that are mended already.</summary>
    public bool Gone { get; private set; }

    public (int All, int Grave) Counts { get; private set; }

    public Page<FindingRow> List { get; private set; } = new([], null, null);

    public async Task OnGetAsync(bool grave, bool gone, string? after, CancellationToken stop)
    {
        var scope = User.ScopeOf(Permission.DisclosuresView);
        (OnlyGrave, Gone) = (grave, gone);
        Counts = await reader.CountAsync(scope, stop);
        List = await reader.FindingsAsync(scope, grave, gone, ListPosition.Read(after), stop);
    }
}
