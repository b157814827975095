using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Takes a published page back; its address stays with the notice.</summary>
public sealed class WithdrawModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "撤回原因"), Required(ErrorMessage = "请选择撤回原因。")]
        public WithdrawalReason? Reason { get; set; }

        [Display(Name = "撤回说明"), Required, StringLength(Withdrawal.NoticeLength)]
        public string? Notice { get; set; }

        [Display(Name = "替代信息的地址"), StringLength(200)]
        public string? ReplacementAddress { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => workflow.WithdrawAsync(new WithdrawDisclosure(id, SeenRevision, Input.Reason!.Value, Input.Notice ?? "", Input.ReplacementAddress ?? "", by), stop), "已撤回，原地址只显示撤回说明。", stop);
}
