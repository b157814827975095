using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Admin.SelfTest;

/// <summary>Every run of the self-test, newest first, with its figures for the whole site.</summary>
public sealed class RunsModel(SelfTestReader reader) : PageModel
{
    public Page<SelfTestRunRow> List { get; private set; } = new([], null, null);

    public async Task OnGetAsync(string? after, CancellationToken stop) => List = await reader.RunsAsync(ListPosition.Read(after), stop);
}
