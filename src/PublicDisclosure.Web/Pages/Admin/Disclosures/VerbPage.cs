using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>
/// What the pages of all steps share: load the disclosure within the person's organisations, show it with its checklist,
/// hand the command on, and answer done (redirect), refused (422), edited meanwhile (409) or not yours (404).
/// </summary>
public abstract class VerbPage(DisclosureAccess access, OverviewReader reader) : PageModel
{
    /// <summary>The revision the person saw.</summary>
    [BindProperty]
    public int SeenRevision { get; set; }

    /// <summary>Reasons for warnings, by code.</summary>
    [BindProperty]
    public Dictionary<string, string?> Reasons { get; set; } = [];

    public Disclosure Disclosure { get; private set; } = null!;

    public DisclosureOverview Overview { get; private set; } = null!;

    /// <summary>The text as it will look.</summary>
    public RenderedText Rendered { get; private set; } = null!;

    /// <summary>What stands in the way whatever is filled in: the state, the two-person rule, a missing review.</summary>
    public IReadOnlyList<Refusal> Barriers { get; private set; } = [];

    /// <summary>The step in the table of verbs.</summary>
    public DisclosureVerb Verb => DisclosureVerbs.All.Single(v => v.Page == GetType().Name[..^"Model".Length]);

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        SeenRevision = Disclosure.Revision;
        return Page();
    }

    /// <summary>Reasons that were typed, for the command.</summary>
    protected IReadOnlyDictionary<string, string> GivenReasons =>
        Reasons.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToDictionary(r => r.Key, r => r.Value!);

    /// <summary>Runs the step and answers.</summary>
    protected async Task<IActionResult> RunAsync(Guid id, Func<Guid, Task<Outcome>> act, string done, CancellationToken stop)
    {
        if (!await access.MayAsync(User, id, Verb.Permission, stop)) return NotFound();
        if (!ModelState.IsValid) return await LoadAsync(id, stop) ? this.Invalid() : NotFound();
        var outcome = await act(User.GetStaffId());
        if (outcome.IsDone)
        {
            this.Flash(done);
            return RedirectToPage("/Admin/Disclosures/Details", new { id });
        }

        if (!await LoadAsync(id, stop)) return NotFound();
        if (outcome.Kind != OutcomeKind.EditedMeanwhile) return this.Answer(Outcome.Refused([.. outcome.Refusals.Select(Place)]), NotFound, prefix: "");
        // The page now shows the newest text; pressing again is about that one.
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Disclosure.Revision;
        return this.EditedMeanwhile();
    }

    /// <summary>A refusal beside its field on this page; what belongs to a field of the edit form concerns the whole here.</summary>
    private Refusal Place(Refusal refusal)
    {
        var isWarning = Overview.Check.Warnings.Any(w => w.Refusal.Code == refusal.Code);
        var field = refusal.Field?.StartsWith("Checklist.", StringComparison.Ordinal) == true ? $"Reasons[{refusal.Field}]"
            : isWarning ? $"Reasons[{refusal.Code}]"
            : refusal.Field is { } name && GetType().GetProperty("Input")?.PropertyType.GetProperty(name) is not null ? "Input." + name
            : null;
        return refusal with { Field = field };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Verb.Permission, stop) is not { } found) return false;
        Disclosure = found;
        Overview = await reader.OverviewAsync(found, stop);
        Rendered = DraftPreview.Render(found.Text.Body, StaffFiles.AddressIn(found));
        Barriers = Verb.Barriers(found, User.GetStaffId());
        return true;
    }
}
