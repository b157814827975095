using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Web.Pages.Admin.WordLists;

/// <summary>The lists as .csv.</summary>
public sealed class ExportModel(WordReader reader) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        File(WordListFile.Write(await reader.AllAsync(stop)), "text/csv; charset=utf-8", "词库.csv");
}
