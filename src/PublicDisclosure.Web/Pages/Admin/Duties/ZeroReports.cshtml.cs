using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Duties;

/// <summary>Declarations of 本期无信息 of the person's organisations, with what became of them.</summary>
public sealed class ZeroReportsModel(ZeroReportQueries reports) : PageModel
{
    /// <summary>Only those in this state, by name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public Page<ZeroReportRow> List { get; private set; } = new([], null, null);

    public async Task OnGetAsync(string? after, string? before, CancellationToken stop)
    {
        var mine = reports.Of(User.ScopeOf(Permission.CoverageRead));
        if (ListQuery.Read<ZeroReportState>(State) is { } state) mine = mine.Where(z => z.State == state);
        List = await reports.PageAsync(mine, ListPosition.Read(after), ListPosition.Read(before), stop);
    }
}
