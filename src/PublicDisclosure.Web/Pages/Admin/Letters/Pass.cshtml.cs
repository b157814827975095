using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>A letter that is not this organisation's matter is passed on, given back, or merged into the same one.</summary>
public sealed class PassModel(LetterCases cases, LetterTriage triage, OrganisationDirectory directory) : LetterStepPage(cases)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    protected override IReadOnlyList<LetterAct> Acts { get; } = [LetterAct.Transfer, LetterAct.SendBack];

    public sealed record Fields
    {
        [Display(Name = "转给哪个单位")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "转办理由")]
        public string? Reason { get; set; }

        [Display(Name = "退回理由")]
        public string? BackReason { get; set; }

        [Display(Name = "合并到")]
        public string? Into { get; set; }
    }

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        await ChooseAsync(directory, stop);
        return await base.OnGetAsync(id, stop);
    }

    public Task<IActionResult> OnPostTransferAsync(Guid id, CancellationToken stop) => DoAsync(
        id, LetterAct.Transfer, by => triage.TransferAsync(new TransferLetter(id, SeenRevision, Input.OrganisationId ?? Guid.Empty, Input.Reason ?? "", by), stop), "已转办，留言人能看到转给了谁。", stop);

    public Task<IActionResult> OnPostSendBackAsync(Guid id, CancellationToken stop) => DoAsync(
        id, LetterAct.SendBack, by => Renamed(triage.SendBackAsync(new SendBackLetter(id, SeenRevision, Input.BackReason ?? "", by), stop), "Reason", "BackReason"), "已退回，由政务公开主管部门重新分办。", stop);

    public Task<IActionResult> OnPostMergeAsync(Guid id, CancellationToken stop) => DoAsync(
        id, LetterAct.Merge, by => triage.MergeAsync(new MergeLetter(id, SeenRevision, Input.Into ?? "", by), stop), "已合并。", stop);

    private async Task<IActionResult> DoAsync(Guid id, LetterAct act, Func<Guid, Task<Outcome>> run, string done, CancellationToken stop)
    {
        await ChooseAsync(directory, stop);
        return await RunAsync(id, act, run, done, stop);
    }
}
