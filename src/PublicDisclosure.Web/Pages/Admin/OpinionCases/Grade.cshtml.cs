using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.OpinionCases;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>Another grade, with its reason; the page says what becomes of the clocks.</summary>
public sealed class GradeModel(CaseQueries queries, CaseDesk desk) : CasePage(queries)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override string Doing => CaseTransitions.ChangeGrade;

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "新的级别"), EnumDataType(typeof(CaseGrade))]
        public CaseGrade Grade { get; set; }

        [Display(Name = "调整的理由"), Required, StringLength(OpinionCase.NoteLength)]
        public string? Text { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) =>
        RunAsync(id, by => desk.ChangeGradeAsync(new ChangeCaseGrade(id, SeenRevision, Input.Grade, Input.Text ?? "", by), stop), "级别已调整，时限已重新计算。已经超过的时限保留在记录中。", stop);
}
