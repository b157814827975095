using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Records the secrecy review with one of its four conclusions.</summary>
public sealed class ReviewModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "审查结论"), Required(ErrorMessage = "请选择审查结论。")]
        public SecrecyConclusion? Conclusion { get; set; }

        [Display(Name = "审查意见"), StringLength(SecrecyReview.RemarkLength)]
        public string? Remark { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => workflow.ReviewSecrecyAsync(new ReviewSecrecy(id, SeenRevision, Input.Conclusion!.Value, Input.Remark ?? "", by), stop), "保密审查已登记。", stop);
}
