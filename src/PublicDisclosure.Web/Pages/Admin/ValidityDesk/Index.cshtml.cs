using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.ValidityDesk;

/// <summary>What ends soon, what has expired, what has no end, what waits for confirmation.</summary>
public sealed class IndexModel(ValidityLists lists, BusinessClock clock) : PageModel
{
    public ValidityView View { get; private set; }

    public string Words { get; private set; } = "";

    public IReadOnlyDictionary<ValidityView, int> Counts { get; private set; } = new Dictionary<ValidityView, int>();

    public Page<ValidityRow> List { get; private set; } = new([], null, null);

    /// <summary>How many months count as soon.</summary>
    public int Months => lists.Months;

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(string? show, string? q, string? after, CancellationToken stop)
    {
        var scope = User.ScopeOf(Permission.DisclosuresView);
        View = ListQuery.Read<ValidityView>(show) ?? ValidityView.Ending;
        Words = q is { Length: <= ValidityLists.LongestWords } ? q : "";
        Counts = await lists.CountsAsync(scope, stop);
        List = await lists.ReadAsync(scope, View, Words, ListPosition.Read(after), stop);
    }
}
