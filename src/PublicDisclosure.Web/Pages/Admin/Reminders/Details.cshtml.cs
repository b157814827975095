using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Reminders;

/// <summary>One reminder as both sides see it: the township answers, the sender ends it.</summary>
public sealed class DetailsModel(ReminderQueries reminders, ReminderDesk desk, CatalogueAuthority authority) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public ReminderSheet Sheet { get; private set; } = null!;

    public DateOnly Today => reminders.Today;

    /// <summary>What both forms carry.</summary>
    public sealed record Fields
    {
        public int SeenRevision { get; set; }

        [Display(Name = "回复内容")]
        public string? Text { get; set; }

        [Display(Name = "办结说明")]
        public string? Remark { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        Input.SeenRevision = Sheet.Reminder.Revision;
        return Page();
    }

    public Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => desk.AnswerAsync(new AnswerReminder(id, Input.SeenRevision, Input.Text ?? "", by), stop), "回复已保存，牵头部门可以看到。", stop);

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => desk.CloseAsync(new CloseReminder(id, Input.SeenRevision, Input.Remark ?? "", by), stop), "提醒已办结。", stop);

    private async Task<IActionResult> RunAsync(Guid id, Func<Guid, Task<Outcome>> act, string done, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await act(User.GetStaffId());
        if (outcome.Kind == OutcomeKind.EditedMeanwhile)
        {
            ModelState.Remove("Input.SeenRevision");
            await LoadAsync(id, stop);
            Input.SeenRevision = Sheet.Reminder.Revision;
        }

        return this.Answer(outcome, () =>
        {
            this.Flash(done);
            return RedirectToPage(new { id });
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await reminders.FindAsync(id, await authority.OfAsync(User.GetStaffId(), stop), stop) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }
}
