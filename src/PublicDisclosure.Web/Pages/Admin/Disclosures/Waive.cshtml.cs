using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The disclosure office lets a policy go out without its interpretation, which stays owed in public.</summary>
public sealed class WaiveModel(DisclosureAccess access, InterpretationDesk desk, IOptions<InterpretationOptions> options) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public int SeenRevision { get; set; }

    public Disclosure Disclosure { get; private set; } = null!;

    /// <summary>Working days that the debt has.</summary>
    public int Days => options.Value.DebtWorkingDays;

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "来不及解读的原因"), StringLength(InterpretationWaiver.ReasonLength)]
        public string? Reason { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        SeenRevision = Disclosure.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await desk.WaiveAsync(new WaiveInterpretation(id, SeenRevision, Input.Reason ?? "", User.GetStaffId()), stop);
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Disclosure.Revision;
        return this.Answer(outcome, () =>
        {
            this.Flash("已准予先发布、后解读。文件发布后，网站会公开登记“解读待发布”。");
            return RedirectToPage("Interpretation", new { id });
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.InterpretationsWaive, stop) is not { } found) return false;
        Disclosure = found;
        return true;
    }
}
