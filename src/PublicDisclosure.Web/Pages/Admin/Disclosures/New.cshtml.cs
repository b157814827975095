using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>First step of a new disclosure: which item of the standard catalogue it belongs to.</summary>
public sealed class NewModel(DisclosureDb db, DutyItems duties, PostingQueries postings) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The organisations the person writes for.</summary>
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<IGrouping<string, DutyItem>> Domains { get; private set; } = [];

    /// <summary>Confirmed postings off the web by item.</summary>
    public IReadOnlyDictionary<string, int> Postings { get; private set; } = new Dictionary<string, int>();

    /// <summary>How many items the organisation must publish.</summary>
    public int Total { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var mine = await User.ScopeOf(Permission.DisclosuresDraft).Apply(db.Organisations.AsNoTracking(), o => o.Id)
            .Where(o => o.IsActive).OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        Organisations = [.. mine.Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        if (Organisations.Count > 0) Organisation ??= Guid.Parse(Organisations[0].Value);
        if (Organisation is not { } id || Organisations.All(o => o.Value != id.ToString())) return NotFound();
        var all = await duties.OfAsync(id, Q is { Length: <= 100 } ? Q : null, stop);
        Postings = await postings.CountsAsync(id, stop);
        Total = all.Count;
        Domains = [.. all.GroupBy(item => item.DomainName)];
        return Page();
    }
}
