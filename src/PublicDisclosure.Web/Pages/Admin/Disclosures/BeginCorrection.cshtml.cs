using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Opens the published text for a correction or an update.</summary>
public sealed class BeginCorrectionModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "改动性质"), Required(ErrorMessage = "请选择“更正”或“更新”。")]
        public ChangeKind? Kind { get; set; }

        [Display(Name = "原因"), Required, StringLength(DisclosureTransition.RemarkLength)]
        public string? Reason { get; set; }

        [Display(Name = "信息变化日期"), LegalDate]
        public DateOnly? ChangedOn { get; set; }

        [Display(Name = "现有版本含个人信息或涉密信息，发布新版本时关闭此前各版本")]
        public bool ClosesFormer { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => workflow.BeginCorrectionAsync(new BeginDisclosureCorrection(id, SeenRevision, Input.Kind!.Value, Input.Reason ?? "", by, Input.ChangedOn, Input.ClosesFormer), stop), "已进入修改，公众仍看到原版本。", stop);
}
