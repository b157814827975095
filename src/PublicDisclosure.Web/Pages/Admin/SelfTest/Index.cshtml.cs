using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.SelfTest;

/// <summary>The board: how every indicator of the inspection stands.</summary>
public sealed class IndexModel(SelfTestReader reader) : PageModel
{
    public SelfTestBoard Board { get; private set; } = null!;

    /// <summary>The reader sees the whole city.</summary>
    public bool IsWholeCity { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var scope = User.ScopeOf(Permission.CoverageRead);
        IsWholeCity = scope.IsWholeCity;
        Board = await reader.BoardAsync(scope, stop);
    }
}
