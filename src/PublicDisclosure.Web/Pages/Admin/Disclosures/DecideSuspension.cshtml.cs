using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>A second person confirms a suspension, which becomes a withdrawal, or lifts it.</summary>
public sealed class DecideSuspensionModel(DisclosureAccess access, OverviewReader reader, StandingWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The two answers.</summary>
    public IEnumerable<SelectListItem> Decisions => DraftForm.Of(StandingAction.ConfirmSuspension, StandingAction.LiftSuspension);

    /// <summary>What the form carries.</summary>
    public sealed record Fields : IValidatableObject
    {
        [Display(Name = "复核意见"), Required(ErrorMessage = "请选择确认停止公开或者恢复公开。")]
        [AllowedValues(StandingAction.ConfirmSuspension, StandingAction.LiftSuspension, ErrorMessage = "请选择确认停止公开或者恢复公开。")]
        public StandingAction? Decision { get; set; }

        [Display(Name = "停止公开的原因")]
        public WithdrawalReason? Ground { get; set; }

        [Display(Name = "撤回说明"), StringLength(Withdrawal.NoticeLength)]
        public string? Notice { get; set; }

        [Display(Name = "替代信息的地址"), StringLength(200)]
        public string? ReplacementAddress { get; set; }

        [Display(Name = "理由"), StringLength(StandingChange.RemarkLength)]
        public string? Remark { get; set; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            Decision == StandingAction.ConfirmSuspension && Ground is null ? [new ValidationResult("请选择停止公开的原因。", [nameof(Ground)])] : [];
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id,
        by => Input.Decision == StandingAction.ConfirmSuspension
            ? workflow.ConfirmSuspensionAsync(new ConfirmSuspension(id, SeenRevision, Input.Ground!.Value, Input.Notice ?? "", Input.ReplacementAddress ?? "", by), stop)
            : workflow.LiftAsync(new LiftSuspension(id, SeenRevision, Input.Remark ?? "", by), stop),
        Input.Decision == StandingAction.ConfirmSuspension ? "已确认停止公开。" : "已恢复公开，公众现在可以看到。", stop);
}
