using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.OpinionCases;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>The second person of the office on a proposal not to respond publicly.</summary>
public sealed class SilenceModel(CaseQueries queries, CaseDesk desk) : CasePage(queries)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override string Doing => CaseTransitions.ApproveSilence;

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "意见"), StringLength(OpinionCase.NoteLength)]
        public string? Text { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, bool approves, CancellationToken stop) => RunAsync(
        id, by => desk.DecideSilenceAsync(new DecideSilence(id, SeenRevision, approves, Input.Text ?? "", by), stop), approves ? "已批准不公开回应，转入评估。" : "没有批准，请承办单位公开回应。", stop);
}
