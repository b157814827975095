using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>More time: asked for by one person, agreed to by another.</summary>
public sealed class ExtensionModel(LetterCases cases, LetterReplies replies, IOptions<LetterOptions> options) : LetterStepPage(cases)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public int MostDays => options.Value.ExtensionDays;

    /// <summary>An extension waits for this person's word.</summary>
    public bool Decides => May(LetterAct.ConfirmExtension) && Sheet.Letter.CheckExtensionDecision(Person).Count == 0;

    /// <summary>None was asked for in this round.</summary>
    public bool Proposes => Offers(LetterAct.ProposeExtension) && Sheet.Letter.Extension is null;

    protected override IReadOnlyList<LetterAct> Acts { get; } = [LetterAct.ProposeExtension, LetterAct.ConfirmExtension];

    public sealed record Fields
    {
        [Display(Name = "延长几个工作日")]
        public int? Days { get; set; }

        [Display(Name = "理由")]
        public string? Reason { get; set; }

        [Display(Name = "审核意见")]
        public string? Remark { get; set; }
    }

    public Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken stop) => RunAsync(
        id, LetterAct.ProposeExtension, by => replies.ProposeExtensionAsync(new ProposeLetterExtension(id, SeenRevision, Input.Days ?? 0, Input.Reason ?? "", by), stop), "已提交，等待另一人审核。", stop);

    public Task<IActionResult> OnPostDecideAsync(Guid id, bool confirms, CancellationToken stop) => RunAsync(
        id, LetterAct.ConfirmExtension, by => replies.DecideExtensionAsync(new DecideLetterExtension(id, SeenRevision, confirms, Input.Remark ?? "", by), stop),
        confirms ? "已同意延期，新的期限留言人能看到。" : "不同意延期，期限不变。", stop);
}
