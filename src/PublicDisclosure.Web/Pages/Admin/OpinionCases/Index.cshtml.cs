using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>Cases within the person's organisations, newest first, by stage.</summary>
public sealed class IndexModel(CaseQueries queries, BusinessClock clock) : PageModel
{
    /// <summary>A stage, or <c>all</c>; what is neither shows those that are open.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public Page<CaseRow> List { get; private set; } = new([], null, null);

    public CaseStage? Chosen { get; private set; }

    public bool IsAll => Stage == "all";

    public DateTime Now => clock.Now;

    public bool MayEnter => User.GetRights().Has(Permission.CasesHandle);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Chosen = ListQuery.Read<CaseStage>(Stage);
        List = await queries.PageAsync(
            User.ScopeOf(Permission.CasesView), new CaseFilter(Chosen, OnlyOpen: Chosen is null && !IsAll), ListPosition.Read(After), ListPosition.Read(Before), stop);
    }
}
