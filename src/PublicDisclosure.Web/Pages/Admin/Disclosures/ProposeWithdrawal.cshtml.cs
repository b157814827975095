using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Proposes to take a public page back; another person decides.</summary>
public sealed class ProposeWithdrawalModel(DisclosureAccess access, OverviewReader reader, StandingWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public WithdrawalFields Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => workflow.ProposeAsync(new ProposeWithdrawal(id, SeenRevision, Input.Reason!.Value, Input.Notice ?? "", Input.ReplacementAddress ?? "", by), stop),
        "已提出撤回，等待另一人同意；公众仍能看到该信息。", stop);
}

/// <summary>Reason and words of a withdrawal, as the form carries them.</summary>
public sealed record WithdrawalFields
{
    [Display(Name = "撤回原因"), Required(ErrorMessage = "请选择撤回原因。")]
    public WithdrawalReason? Reason { get; set; }

    [Display(Name = "撤回说明"), StringLength(Withdrawal.NoticeLength)]
    public string? Notice { get; set; }

    [Display(Name = "替代信息的地址"), StringLength(200)]
    public string? ReplacementAddress { get; set; }
}
