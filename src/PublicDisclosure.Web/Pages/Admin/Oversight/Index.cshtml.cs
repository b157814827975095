using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Oversight;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Oversight;

/// <summary>Where an auditor begins: find a disclosure and open its whole history, or open one of the lists.</summary>
public sealed class IndexModel(HistoryReader reader) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "索引号、发文字号或标题"), StringLength(DisclosureText.TitleLength)]
    public string? Words { get; set; }

    public IReadOnlyList<FoundDisclosure> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        Found = await reader.SearchAsync(Words ?? "", stop);
        return Page();
    }
}
