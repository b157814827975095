using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Calendar;

/// <summary>Running due dates that moved, within the person's organisations.</summary>
public sealed class MovesModel(LimitReader reader) : PageModel
{
    public IReadOnlyList<MoveLine> Moves { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Moves = await reader.MovesAsync(User.ScopeOf(Permission.DisclosuresView), stop);
}
