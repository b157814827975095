using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.ForcedPublications;

/// <summary>Another person makes up for the signature of a forced publication.</summary>
public sealed class ReviewModel(DisclosureDb db, ForcedPublicationRegister register, ForcedPublicationDesk desk, BusinessClock clock) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public ForcedLine Line { get; private set; } = null!;

    /// <summary>Why this person cannot review it.</summary>
    public IReadOnlyList<Refusal> Barriers { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop)) return NotFound();
        if (!ForcedPublicationDesk.MayReview(User.GetRights(), Line.OrganisationId)) return Forbid();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        var seen = Input.SeenRevision;
        if (!await FillAsync(id, stop)) return NotFound();
        if (!ForcedPublicationDesk.MayReview(User.GetRights(), Line.OrganisationId)) return Forbid();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await desk.ReviewAsync(new ReviewForcedPublication(id, seen, Input.Outcome!.Value, Input.Remark ?? "", User.GetStaffId()), stop);
        return this.Answer(outcome, () =>
        {
            this.Flash("补办审签的结果已登记。");
            return RedirectToPage(new { id });
        });
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        var forced = await db.ForcedPublications.AsNoTracking().Include(f => f.Authors).SingleOrDefaultAsync(f => f.Id == id, stop);
        var line = forced is null ? null : await register.FindAsync(id, stop);
        if (line is null || !User.ScopeOf(Permission.DisclosuresView).Contains(line.OrganisationId)) return false;
        (Line, Barriers) = (line, forced!.CheckReviewer(User.GetStaffId()));
        if (Request.Method == HttpMethods.Get) Input.SeenRevision = forced.Revision;
        return true;
    }

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        public int SeenRevision { get; set; }

        [Display(Name = "审签结果"), Required(ErrorMessage = "请选择审签结果。")]
        public ForcedReviewOutcome? Outcome { get; set; }

        [Display(Name = "意见"), StringLength(ForcedPublication.ReasonLength)]
        public string? Remark { get; set; }
    }
}
