using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>A page that does something to one case: loads it within the person's reach, asks permission and barriers, answers.</summary>
public abstract class CasePage(CaseQueries queries) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    public CaseSheet Sheet { get; private set; } = null!;

    /// <summary>Why it cannot be done now; the form is left out then.</summary>
    public IReadOnlyList<Refusal> Barriers { get; private set; } = [];

    /// <summary>The act of this page.</summary>
    public abstract string Doing { get; }

    public virtual async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        SeenRevision = Sheet.Case.Revision;
        return Page();
    }

    /// <summary>Whether the person may do an act to this case: holds the permission for its organisation, and the table has it now.</summary>
    public bool May(string act) => User.GetRights().Has(CaseTransitions.PermissionFor(act), Sheet.Case.OrganisationId) && Sheet.Case.Can(act);

    /// <summary>Loads the case; false looks like none.</summary>
    protected async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await queries.FindAsync(User.ScopeOf(Permission.CasesView), id, stop) is not { } sheet) return false;
        Sheet = sheet;
        if (!User.GetRights().Has(CaseTransitions.PermissionFor(Doing), sheet.Case.OrganisationId)) return false;
        Barriers = sheet.Case.Check(Doing, User.GetStaffId(), queries.Now, sheet.HasPublished);
        return true;
    }

    /// <summary>Runs a use case and answers: done goes back to the case; anything else shows the newest case with what was typed.</summary>
    protected async Task<IActionResult> RunAsync(Guid id, Func<Guid, Task<Outcome>> act, string done, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await act(User.GetStaffId());
        if (outcome.IsDone)
        {
            this.Flash(done);
            return RedirectToPage("Details", new { id });
        }

        await LoadAsync(id, stop);
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Sheet.Case.Revision;
        return this.Answer(outcome, NotFound);
    }

    /// <summary>The UTC instant of a Beijing time as a form gives it.</summary>
    protected static DateTime Utc(DateTime beijing) => BusinessClock.Utc(DateOnly.FromDateTime(beijing), TimeOnly.FromDateTime(beijing));
}
