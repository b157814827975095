using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Notes of colleagues on one disclosure. Nothing of it leaves the staff pages.</summary>
public sealed class NotesModel(DisclosureAccess access, InternalNotes notes) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public Disclosure Disclosure { get; private set; } = null!;

    public IReadOnlyList<NoteLine> Notes { get; private set; } = [];

    /// <summary>What both forms carry; each uses its own part.</summary>
    public sealed record Fields
    {
        [Display(Name = "备注内容")]
        public string? Text { get; set; }

        public Guid NoteId { get; set; }

        public int SeenRevision { get; set; }

        [Display(Name = "划去的原因")]
        public string? Reason { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        return await AnswerAsync(id, await notes.WriteAsync(new WriteNote(id, Input.Text ?? "", User.GetStaffId()), stop), "备注已保存。", stop);
    }

    public async Task<IActionResult> OnPostStrikeAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        return await AnswerAsync(
            id, await notes.StrikeAsync(new StrikeNote(id, Input.NoteId, Input.SeenRevision, Input.Reason ?? "", User.GetStaffId()), stop), "备注已划去，原文仍可查看。", stop);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome outcome, string done, CancellationToken stop)
    {
        Notes = await notes.ReadAsync(id, stop);
        return this.Answer(outcome, () =>
        {
            this.Flash(done);
            return RedirectToPage(new { id });
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresView, stop) is not { } found || !InternalNotes.MayUse(User.GetRights(), found.OrganisationId)) return false;
        Disclosure = found;
        Notes = await notes.ReadAsync(id, stop);
        return true;
    }
}
