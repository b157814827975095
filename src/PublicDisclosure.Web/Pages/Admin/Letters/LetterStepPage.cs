using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>A page on which something is done with a letter: the case, what stands in the way, and a form per act.</summary>
public abstract class LetterStepPage(LetterCases cases) : PageModel
{
    /// <summary>The case as the person saw it.</summary>
    [BindProperty]
    public int SeenRevision { get; set; }

    public LetterSheet Sheet { get; private set; } = null!;

    /// <summary>Every organisation that letters can go to.</summary>
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Acts whose forms the page holds; a person who may do none of them does not find it.</summary>
    protected abstract IReadOnlyList<LetterAct> Acts { get; }

    /// <summary>The person.</summary>
    public Guid Person => User.GetStaffId();

    /// <summary>What the person may do and where.</summary>
    protected StaffRights Rights => User.GetRights();

    /// <summary>Whether the person may do it with this letter, whatever its state.</summary>
    public bool May(LetterAct act) => LetterSteps.May(User.GetRights(), Sheet.Letter, act);

    /// <summary>Whether the form of an act is shown.</summary>
    public bool Offers(LetterAct act) => May(act) && Sheet.Letter.Check(act).Count == 0;

    /// <summary>Why none of the page's acts is possible now; empty when one is.</summary>
    public IReadOnlyList<Refusal> Barriers => Acts.Any(Offers) ? [] : [.. Acts.Where(May).SelectMany(Sheet.Letter.Check).Distinct()];

    public virtual async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        See();
        return Page();
    }

    /// <summary>Runs an act and answers.</summary>
    protected async Task<IActionResult> RunAsync(Guid id, LetterAct act, Func<Guid, Task<Outcome>> run, string done, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !May(act)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await run(User.GetStaffId());
        if (outcome.Kind == OutcomeKind.EditedMeanwhile)
        {
            await LoadAsync(id, stop);
            See();
        }

        return this.Answer(outcome, () =>
        {
            this.Flash(done);
            return Redirect(LetterSteps.StaysWith(User.GetRights(), act) ? $"/admin/letters/{id}" : "/admin/letters");
        });
    }

    protected async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await cases.OpenAsync(User.GetRights(), id, User.GetStaffId(), stop) is not { } sheet) return false;
        Sheet = sheet;
        return Acts.Any(May);
    }

    /// <summary>The outcome with the field of a refusal named as this page's form names it, where one page holds several forms.</summary>
    protected static async Task<Outcome> Renamed(Task<Outcome> act, string field, string shown)
    {
        var outcome = await act;
        return outcome.Refusals.Any(r => r.Field == field) ? Outcome.Refused([.. outcome.Refusals.Select(r => r.Field == field ? r with { Field = shown } : r)]) : outcome;
    }

    /// <summary>Reads the choices of organisations.</summary>
    protected async Task ChooseAsync(OrganisationDirectory directory, CancellationToken stop) =>
        Organisations = [.. (await directory.ReadAsync(stop)).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];

    private void See()
    {
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Sheet.Letter.Revision;
    }
}

/// <summary>Who may do what with which letter, and where it is done.</summary>
public static class LetterSteps
{
    /// <summary>Whether a person may do it, whatever the state: the office decides whose letters are, an organisation handles and reviews its own.</summary>
    public static bool May(StaffRights rights, Letter letter, LetterAct act) => act switch
    {
        LetterAct.Assign or LetterAct.Direct or LetterAct.Decline => rights.Has(Permission.LettersTriage),
        LetterAct.Merge when letter.State == LetterState.AwaitingTriage => rights.Has(Permission.LettersTriage),
        LetterAct.GivePart => letter.Parts.Any(p => p.IsOpen && rights.Has(Permission.LettersHandle, p.OrganisationId)),
        LetterAct.ConfirmExtension or LetterAct.RefuseExtension or LetterAct.Answer or LetterAct.ReturnReply or LetterAct.Publish or LetterAct.ReturnPublication =>
            rights.Has(Permission.LettersReview, letter.OrganisationId),
        LetterAct.TakeDown => rights.Has(Permission.LettersReview, letter.OrganisationId) || rights.Has(Permission.LettersTriage),
        _ => rights.Has(Permission.LettersHandle, letter.OrganisationId),
    };

    /// <summary>For which organisation the person gives a part; none where nobody asked.</summary>
    public static Guid AskedOf(StaffRights rights, Letter letter) =>
        letter.Parts.FirstOrDefault(p => p.IsOpen && rights.Has(Permission.LettersHandle, p.OrganisationId))?.OrganisationId ?? Guid.Empty;

    /// <summary>Whether the case is still the person's after the act, so that it can be shown.</summary>
    public static bool StaysWith(StaffRights rights, LetterAct act) =>
        act is not (LetterAct.Transfer or LetterAct.SendBack) || rights.Has(Permission.LettersTriage);

    /// <summary>What the person can do now: word and part of the address, the likeliest first.</summary>
    public static IEnumerable<(string Word, string Path)> Of(StaffRights rights, LetterSheet sheet, Guid person)
    {
        var letter = sheet.Letter;
        bool Can(LetterAct act) => May(rights, letter, act) && letter.Check(act).Count == 0;
        if (Can(LetterAct.Assign)) yield return ("分办、转出或者不予受理", "triage");
        if (Can(LetterAct.SubmitReply)) yield return ("起草答复", "reply");
        if (May(rights, letter, LetterAct.Answer) && letter.CheckReview(person).Count == 0) yield return ("审核答复", "review");
        if (May(rights, letter, LetterAct.ConfirmExtension) && letter.CheckExtensionDecision(person).Count == 0) yield return ("审核延期申请", "extension");
        if (Can(LetterAct.GivePart)) yield return ("提供协助答复", "parts");
        else if (Can(LetterAct.AskPart)) yield return ("请其他单位协助", "parts");
        if (Can(LetterAct.Transfer)) yield return ("转给其他单位、退回或者合并", "pass");
        if (Can(LetterAct.ProposeExtension) && letter.Extension is null) yield return ("申请延期", "extension");
        if (May(rights, letter, LetterAct.ProposePublication) && letter.CheckPublication().Count == 0) yield return ("起草公开稿", "publication");
        if (May(rights, letter, LetterAct.Publish) && letter.CheckPublishing(person).Count == 0) yield return ("审核公开稿", "publicity");
        if (letter.Publicity == LetterPublicity.Published && Can(LetterAct.TakeDown)) yield return ("停止公开", "publicity");
    }
}
