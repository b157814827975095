using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>By when a public text is looked at again, and the answer that it still holds. Changes nothing the public sees.</summary>
public sealed class ContentReviewModel(DisclosureAccess access, ContentReviewDesk desk) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public Disclosure Disclosure { get; private set; } = null!;

    public ReviewSheet Sheet { get; private set; } = null!;

    /// <summary>This person may confirm and set dates.</summary>
    public bool MayWork { get; private set; }

    /// <summary>What the forms carry.</summary>
    public sealed record Fields
    {
        public int SeenRevision { get; set; }

        [Display(Name = "下次复核日期")]
        public DateOnly? NextOn { get; set; }

        [Display(Name = "说明"), StringLength(ContentReview.RemarkLength)]
        public string? Remark { get; set; }

        [Display(Name = "复核日期")]
        public DateOnly? DueOn { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        Input = new Fields { SeenRevision = Sheet.Revision, NextOn = Sheet.NextProposed, DueOn = Sheet.DueOn };
        return Page();
    }

    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => desk.ConfirmAsync(new ConfirmContent(id, Input.SeenRevision, Input.NextOn, Input.Remark ?? "", by), stop), "已记录：已复核，内容仍准确。", stop);

    public Task<IActionResult> OnPostSetAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => desk.SetAsync(new SetReviewDate(id, Input.SeenRevision, Input.DueOn, by), stop), Input.DueOn is null ? "已取消复核日期。" : "复核日期已保存。", stop);

    private async Task<IActionResult> RunAsync(Guid id, Func<Guid, Task<Outcome>> act, string done, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !MayWork) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await act(User.GetStaffId());
        if (outcome.Kind == OutcomeKind.EditedMeanwhile)
        {
            // The page now shows the newest date; pressing again is about that one.
            ModelState.Remove("Input.SeenRevision");
            await LoadAsync(id, stop);
            Input.SeenRevision = Sheet.Revision;
        }

        return this.Answer(outcome, () =>
        {
            this.Flash(done);
            return RedirectToPage(new { id });
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresView, stop) is not { } found) return false;
        Disclosure = found;
        Sheet = await desk.ReadAsync(found, stop);
        MayWork = DeskWork.May(User, found.OrganisationId);
        return true;
    }
}
