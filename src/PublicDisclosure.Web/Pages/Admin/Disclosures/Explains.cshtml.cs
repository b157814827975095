using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>What stands beside the text of an interpretation: who explains, at which stage, and which policies.</summary>
public sealed class ExplainsModel(DisclosureAccess access, InterpretationSheets sheets, InterpretationDesk desk) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public int SeenRevision { get; set; }

    public Disclosure Disclosure { get; private set; } = null!;

    public Interpretation Interpretation { get; private set; } = null!;

    /// <summary>Chosen policies, and those found by the words.</summary>
    public IReadOnlyList<PolicyChoice> Choices { get; private set; } = [];

    public string Words { get; private set; } = "";

    /// <summary>What the form carries.</summary>
    public sealed record Fields : InterpreterFields
    {
        [Display(Name = "解读阶段")]
        public PolicyStage Stage { get; set; }

        [Display(Name = "解读的文件")]
        public List<Guid> Policies { get; set; } = [];
    }

    public async Task<IActionResult> OnGetAsync(Guid id, string? q, CancellationToken stop)
    {
        if (!await LoadAsync(id, q, stop)) return NotFound();
        (SeenRevision, Input) = (Disclosure.Revision, new Fields { Stage = Interpretation.Stage, Policies = [.. Interpretation.Links.Select(l => l.PolicyId)] });
        Input.Show(Interpretation.Interpreter);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? q, CancellationToken stop)
    {
        if (!await LoadAsync(id, q, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await desk.DescribeAsync(new DescribeInterpretation(id, SeenRevision, Input.Stage, Input.ToInterpreter(), Input.Policies, User.GetStaffId()), stop);
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Disclosure.Revision;
        return this.Answer(outcome, () =>
        {
            this.Flash("解读信息已保存。");
            return RedirectToPage(new { id });
        });
    }

    private async Task<bool> LoadAsync(Guid id, string? q, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresDraft, stop) is not { } found || await sheets.FindAsync(id, stop) is not { } interpretation) return false;
        (Disclosure, Interpretation) = (found, interpretation);
        Words = q is { Length: <= InterpretationSheets.LongestWords } ? q.Trim() : "";
        var chosen = await sheets.PoliciesAsync([.. interpretation.Links.Select(l => l.PolicyId)], stop);
        var searched = Words.Length == 0 ? [] : await sheets.SearchAsync(found.OrganisationId, Words, stop);
        Choices = [.. chosen.Concat(searched).DistinctBy(c => c.Id)];
        return true;
    }
}
