using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Another person agrees to a withdrawal or not.</summary>
public sealed class DecideWithdrawalModel(DisclosureAccess access, OverviewReader reader, StandingWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The two answers.</summary>
    public IEnumerable<SelectListItem> Decisions => DraftForm.Of(StandingAction.ConfirmWithdrawal, StandingAction.DeclineWithdrawal);

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "复核意见"), Required(ErrorMessage = "请选择同意或者不同意。")]
        [AllowedValues(StandingAction.ConfirmWithdrawal, StandingAction.DeclineWithdrawal, ErrorMessage = "请选择同意或者不同意。")]
        public StandingAction? Decision { get; set; }

        [Display(Name = "理由"), StringLength(StandingChange.RemarkLength)]
        public string? Remark { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id,
        by => Input.Decision == StandingAction.ConfirmWithdrawal
            ? workflow.ConfirmAsync(new ConfirmWithdrawal(id, SeenRevision, by), stop)
            : workflow.DeclineAsync(new DeclineWithdrawal(id, SeenRevision, Input.Remark ?? "", by), stop),
        Input.Decision == StandingAction.ConfirmWithdrawal ? "已撤回，原网址只显示撤回说明。" : "未同意撤回，信息继续公开。", stop);
}
