using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.OpinionCases;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>Evaluation, mark and end of a case.</summary>
public sealed class CloseModel(CaseQueries queries, CaseDesk desk) : CasePage(queries)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override string Doing => CaseTransitions.Close;

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "评估意见"), Required, StringLength(OpinionCase.TextLength)]
        public string? Text { get; set; }

        [Display(Name = "激励、问责标记"), EnumDataType(typeof(CaseMark))]
        public CaseMark Mark { get; set; }

        [Display(Name = "标记的理由"), StringLength(OpinionCase.NoteLength)]
        public string? MarkReason { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => desk.CloseAsync(new CloseCase(id, SeenRevision, Input.Text ?? "", Input.Mark, Input.MarkReason ?? "", by), stop), "已评估办结。", stop);
}
