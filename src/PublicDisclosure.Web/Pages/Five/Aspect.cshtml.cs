using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Five;

/// <summary>What is published under one of the five disclosures.</summary>
public sealed class AspectModel(DisclosureList list) : PageModel
{
    public AspectPage Door { get; private set; } = null!;

    public Page<ListedDisclosure> List { get; private set; } = new([], null, null);

    public async Task<IActionResult> OnGetAsync(string aspect, [FromQuery] ListQuery query, CancellationToken stop)
    {
        if (AspectPages.Find(aspect) is not { } door) return NotFound();
        Door = door;
        List = await list.ReadAsync(new DisclosureFilter { Aspect = door.Aspect }, query.AfterPosition, query.BeforePosition, stop);
        return Page();
    }
}
