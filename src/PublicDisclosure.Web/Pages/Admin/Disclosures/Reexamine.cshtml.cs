using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>A look at whether a record that is not public may be public by now.</summary>
public sealed class ReexamineModel(DisclosureAccess access, OverviewReader reader, ReexaminationDesk desk, IOptions<ReviewOptions> options) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Months between two looks.</summary>
    public int Months => options.Value.ReexaminationMonths;

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "审查结果"), Required(ErrorMessage = "请选择审查结果。")]
        public ReexaminationResult? Result { get; set; }

        [Display(Name = "理由"), StringLength(Reexamination.ReasonLength)]
        public string? Reason { get; set; }

        [Display(Name = "下次重新审查的日期")]
        public DateOnly? NextOn { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id,
        async by => (await desk.ReexamineAsync(new ReexamineDisclosure(id, SeenRevision, Input.Result!.Value, Input.Reason ?? "", Input.NextOn, by), stop)).Outcome,
        "重新审查的结果已登记。", stop);
}
