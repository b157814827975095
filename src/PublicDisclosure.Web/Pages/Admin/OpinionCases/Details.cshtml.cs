using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>One case: clocks, opinions, decision, responses, history, and the steps that the person may do now. Files are added here.</summary>
public sealed class DetailsModel(CaseQueries queries, CaseDesk desk, BusinessClock clock) : CasePage(queries)
{
    private readonly CaseQueries _queries = queries;

    /// <inheritdoc/>
    public override string Doing => CaseTransitions.AddFile;

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The case, as those see it who may not add to it.</summary>
    public CaseSheet Shown { get; private set; } = null!;

    public DateTime Now => clock.Now;

    /// <summary>What the form for a file carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "材料"), Required]
        public IFormFile? File { get; set; }
    }

    /// <summary>The one-text steps that the person may do now.</summary>
    public IEnumerable<CaseVerb> Verbs => CaseVerbs.All.Where(v => MayDo(v.Act));

    /// <summary>Whether the person may do it now.</summary>
    public bool MayDo(string act) => User.GetRights().Has(CaseTransitions.PermissionFor(act), Shown.Case.OrganisationId) && Shown.Case.Can(act);

    /// <summary>The person may draft a response in the organisation of the case.</summary>
    public bool MayDraft => MayDo(CaseTransitions.DraftResponse) && User.GetRights().Has(Permission.DisclosuresDraft, Shown.Case.OrganisationId);

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop)) return NotFound();
        SeenRevision = Shown.Case.Revision;
        return Page();
    }

    /// <summary>Adds a file.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop)) return NotFound();
        return await RunAsync(id, by => desk.AddFileAsync(new AddCaseFile(id, SeenRevision, Input.File!.FileName, Input.File.OpenReadStream(), by), stop), "材料已添加。", stop);
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken stop)
    {
        if (await _queries.FindAsync(User.ScopeOf(Permission.CasesView), id, stop) is not { } sheet) return false;
        Shown = sheet;
        return true;
    }
}
