using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>What the pages share that put a chart, questions, a sound or a film into the text of a draft.</summary>
public abstract class FigurePage(DisclosureAccess access) : PageModel
{
    /// <summary>The revision the person saw.</summary>
    [BindProperty]
    public int SeenRevision { get; set; }

    public Disclosure Disclosure { get; private set; } = null!;

    /// <summary>The edit as the person saw the draft.</summary>
    protected FigureEdit Edit => new(Disclosure.Id, SeenRevision, User.GetStaffId());

    /// <summary>Loads the draft; the answer instead of the page when there is none, or when it is no draft any more.</summary>
    protected async Task<IActionResult?> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresDraft, stop) is not { } found) return NotFound();
        Disclosure = found;
        if (found.State == DisclosureState.Draft) return null;
        this.Flash(RefusalTexts.Of(new Refusal("Disclosure.NotDraft")));
        return RedirectToPage("Details", new { id });
    }

    /// <summary>The page as the draft stands now.</summary>
    protected IActionResult Shown(Func<IActionResult> answer)
    {
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Disclosure.Revision;
        return answer();
    }

    /// <summary>Goes on to a page when it is done; otherwise the form again with what was typed.</summary>
    protected async Task<IActionResult> AnswerAsync(Outcome outcome, string message, Func<IActionResult> done, CancellationToken stop)
    {
        if (outcome.IsDone)
        {
            this.Flash(message);
            return done();
        }

        if (outcome.Kind == OutcomeKind.EditedMeanwhile && await LoadAsync(Disclosure.Id, stop) is { } gone) return gone;
        return Shown(() => this.Answer(outcome, NotFound));
    }
}
