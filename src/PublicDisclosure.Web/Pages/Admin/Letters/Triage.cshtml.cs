using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>The office decides whose a letter is: assigned, directed elsewhere, merged or declined.</summary>
public sealed class TriageModel(LetterCases cases, LetterTriage triage, LetterChannels channels, OrganisationDirectory directory) : LetterStepPage(cases)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Channels { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> Reasons { get; } = [.. Enum.GetValues<LetterDeclineReason>().Select(r => new SelectListItem(Words.Of(r), r.ToString()))];

    protected override IReadOnlyList<LetterAct> Acts { get; } = [LetterAct.Assign, LetterAct.Direct, LetterAct.Decline];

    public sealed record Fields
    {
        [Display(Name = "办理单位")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "事由")]
        public string? Matter { get; set; }

        [Display(Name = "情况复杂，按较长的期限办理")]
        public bool IsComplex { get; set; }

        [Display(Name = "给办理单位的话")]
        public string? Remark { get; set; }

        [Display(Name = "转到哪里"), EnumDataType(typeof(LetterChannelKind), ErrorMessage = "请选择转到哪里。")]
        public LetterChannelKind? Channel { get; set; }

        [Display(Name = "补充的话")]
        public string? DirectRemark { get; set; }

        [Display(Name = "合并到")]
        public string? Into { get; set; }

        [Display(Name = "理由"), EnumDataType(typeof(LetterDeclineReason), ErrorMessage = "请选择理由。")]
        public LetterDeclineReason? Reason { get; set; }

        [Display(Name = "说明")]
        public string? DeclineRemark { get; set; }
    }

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        await ChooseAsync(stop);
        return await base.OnGetAsync(id, stop);
    }

    public Task<IActionResult> OnPostAssignAsync(Guid id, CancellationToken stop) => DoAsync(
        id, LetterAct.Assign, by => triage.AssignAsync(new AssignLetter(id, SeenRevision, Input.OrganisationId ?? Guid.Empty, Input.IsComplex, Input.Matter ?? "", Input.Remark ?? "", by), stop), "已分办，办理单位会收到提醒。", stop);

    public Task<IActionResult> OnPostDirectAsync(Guid id, CancellationToken stop) => DoAsync(
        id, LetterAct.Direct, by => Input.Channel is { } channel
            ? Renamed(triage.DirectAsync(new DirectLetter(id, SeenRevision, channel, Input.DirectRemark ?? "", by), stop), "Remark", "DirectRemark")
            : Task.FromResult(Outcome.Refused("Letter.ChannelMissing", "Channel")), "已转出，留言人能看到告知内容。", stop);

    public Task<IActionResult> OnPostMergeAsync(Guid id, CancellationToken stop) => DoAsync(
        id, LetterAct.Merge, by => triage.MergeAsync(new MergeLetter(id, SeenRevision, Input.Into ?? "", by), stop), "已合并。", stop);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken stop) => DoAsync(
        id, LetterAct.Decline, by => Input.Reason is { } reason
            ? Renamed(triage.DeclineAsync(new DeclineLetter(id, SeenRevision, reason, Input.DeclineRemark ?? "", by), stop), "Remark", "DeclineRemark")
            : Task.FromResult(Outcome.Refused("Letter.DeclineReasonMissing", "Reason")), "已告知留言人不予受理。", stop);

    private async Task<IActionResult> DoAsync(Guid id, LetterAct act, Func<Guid, Task<Outcome>> run, string done, CancellationToken stop)
    {
        await ChooseAsync(stop);
        return await RunAsync(id, act, run, done, stop);
    }

    private async Task ChooseAsync(CancellationToken stop)
    {
        await ChooseAsync(directory, stop);
        Channels = [.. (await channels.ReadAsync(stop)).Select(c => new SelectListItem($"{Words.Of(c.Kind)}：{c.Name}{(c.IsComplete ? "" : "（地址、电话没有填全，先补全）")}", c.Kind.ToString()))];
    }
}
