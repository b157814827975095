using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.ApiKeys;

/// <summary>The keys of the business systems, how each stands and what it was used for.</summary>
public sealed class IndexModel(ApiKeyList list) : PageModel
{
    public IReadOnlyList<ApiKeyLine> Keys { get; private set; } = [];

    /// <summary>Keys of several organisations are shown.</summary>
    public bool IsOfMany { get; private set; }

    /// <summary>How many end soon.</summary>
    public int Expiring => Keys.Count(k => k.State == ApiKeyState.Expiring);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var scope = User.ScopeOf(Permission.ApiKeysKeep);
        IsOfMany = scope.IsWholeCity || scope.OrganisationIds.Count > 1;
        Keys = await list.ReadAsync(scope, stop: stop);
    }
}
