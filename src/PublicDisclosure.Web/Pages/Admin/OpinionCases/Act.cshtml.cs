using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.OpinionCases;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>A step that one text does: which, says the address.</summary>
public sealed class ActModel(CaseQueries queries, CaseDesk desk) : CasePage(queries)
{
    [BindProperty(SupportsGet = true)]
    public string? Verb { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The step; the first where the address names none, which the page then refuses by its barriers or shows.</summary>
    public CaseVerb Step => CaseVerbs.Find(Verb) ?? CaseVerbs.All[0];

    /// <inheritdoc/>
    public override string Doing => Step.Act;

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "内容"), StringLength(OpinionCase.TextLength)]
        public string? Text { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) =>
        RunAsync(id, by => desk.ActAsync(new ActOnCase(id, SeenRevision, Step.Act, Input.Text ?? "", by), stop), Step.Done, stop);
}
