using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Admin.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Postings;

/// <summary>Records a posting of an organisation for an item.</summary>
public sealed class RecordModel(PostingDesk desk, DutyItems items) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [BindProperty]
    public PostingInput Input { get; set; } = new();

    /// <summary>The item; null when it is not in force for the organisation.</summary>
    public DutyItem? Duty { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var recorded = await desk.RecordAsync(new RecordPosting(Organisation, Item!, Input.ToDetails(), Input.Photo.ToUpload(), User.GetStaffId()), stop);
        return this.Answer(recorded.Outcome, () =>
        {
            this.Flash("已登记，由另一人确认后对外显示。");
            return RedirectToPage("Details", new { id = recorded.Value });
        });
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!User.GetRights().Has(Permission.DisclosuresDraft, Organisation) || Item is not { Length: > 0 and <= 40 }) return false;
        Duty = (await items.FindAsync(Organisation, [Item], stop)).GetValueOrDefault(Item);
        return Duty is not null;
    }
}
