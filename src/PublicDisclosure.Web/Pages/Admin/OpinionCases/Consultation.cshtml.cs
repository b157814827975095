using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>A question to the person's organisation about another's case; of the case it shows the title alone.</summary>
public sealed class ConsultationModel(CaseQueries queries, CaseDesk desk, BusinessClock clock) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public ConsultationSheet Sheet { get; private set; } = null!;

    public DateTime Now => clock.Now;

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "意见"), Required, StringLength(OpinionCase.TextLength)]
        public string? Opinion { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await desk.AnswerAsync(new AnswerConsultation(id, Input.Opinion ?? "", User.GetStaffId()), stop);
        await LoadAsync(id, stop);
        return this.Answer(outcome, () =>
        {
            this.Flash("意见已回复。");
            return RedirectToPage("Consultation", new { id });
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await queries.FindConsultationAsync(User.ScopeOf(Permission.CasesHandle), id, stop) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }
}
