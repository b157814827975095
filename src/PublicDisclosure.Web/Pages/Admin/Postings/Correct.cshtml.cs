using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Admin.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Postings;

/// <summary>Records a posting anew, with the reason why.</summary>
public sealed class CorrectModel(PostingAccess access, PostingDesk desk) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    [BindProperty]
    public PostingInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresDraft, stop) is not { } found) return NotFound();
        (SeenRevision, Input) = (found.Revision, PostingInput.Of(found.Records.MaxBy(r => r.Number)!.Details));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresDraft, stop) is not { } found) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await desk.CorrectAsync(
            new CorrectPosting(id, SeenRevision, Input.ToDetails(), Input.Photo.ToUpload(), Input.Reason ?? "", User.GetStaffId()), stop);
        if (!outcome.IsDone)
        {
            ModelState.Remove(nameof(SeenRevision));
            SeenRevision = found.Revision;
        }

        return this.Answer(outcome, () =>
        {
            this.Flash("已更正，由另一人确认后对外显示。");
            return RedirectToPage("Details", new { id });
        });
    }
}
