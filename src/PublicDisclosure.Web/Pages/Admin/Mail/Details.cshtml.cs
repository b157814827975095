using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Mail;

/// <summary>One mail with its text; what failed or had no address can be sent again.</summary>
public sealed class DetailsModel(MailLog log, MailDesk desk) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    public MailSheet Sheet { get; private set; } = null!;

    /// <summary>The person may have it sent again, and there is something to be sent.</summary>
    public bool MayTryAgain => Sheet.Row.State is MailState.Failed or MailState.NotAddressed && Sheet.Row.To.Length > 0 && User.GetRights().Has(Permission.MailKeep);

    /// <summary>The person may open the page that the mail leads to.</summary>
    public bool MayOpen => Sheet.Row.Kind.Needs() is not { } needs || User.GetRights().Has(needs);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        SeenRevision = Sheet.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await desk.TryAgainAsync(new TryMailAgain(id, SeenRevision, User.GetStaffId()), stop);
        if (outcome.Kind == OutcomeKind.EditedMeanwhile)
        {
            ModelState.Remove(nameof(SeenRevision));
            await LoadAsync(id, stop);
            SeenRevision = Sheet.Revision;
        }

        return this.Answer(outcome, () =>
        {
            this.Flash("已放回待发送，一分钟内发出。");
            return RedirectToPage(new { id });
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await log.FindAsync(User.ScopeOf(Permission.MailRead), id, stop) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }
}
