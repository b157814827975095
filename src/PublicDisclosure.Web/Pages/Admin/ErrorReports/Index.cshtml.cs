using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.ErrorReports;

/// <summary>Reports within the person's organisations, newest first.</summary>
public sealed class IndexModel(ErrorReportReader reader, BusinessClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public Page<ErrorReportRow> List { get; private set; } = new([], null, null);

    public ErrorReportState? Chosen { get; private set; }

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Chosen = ListQuery.Read<ErrorReportState>(State);
        List = await reader.PageAsync(User.ScopeOf(Permission.ErrorReportsHandle), Chosen, ListPosition.Read(After), ListPosition.Read(Before), stop);
    }
}
