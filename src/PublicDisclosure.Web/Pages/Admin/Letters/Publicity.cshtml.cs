using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>Another person publishes the masked texts or sends them back; what is public can be closed at once.</summary>
public sealed class PublicityModel(LetterCases cases, LetterPublishing publishing) : LetterStepPage(cases)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Why this person cannot decide about the texts that wait.</summary>
    public IReadOnlyList<Refusal> Decision => Sheet.Letter.CheckPublishing(Person);

    protected override IReadOnlyList<LetterAct> Acts { get; } = [LetterAct.Publish, LetterAct.TakeDown];

    public sealed record Fields
    {
        [Display(Name = "审核意见")]
        public string? Remark { get; set; }

        [Display(Name = "停止公开的原因")]
        public string? Reason { get; set; }
    }

    public Task<IActionResult> OnPostDecideAsync(Guid id, bool publishes, CancellationToken stop) => RunAsync(
        id, LetterAct.Publish, by => publishing.DecideAsync(new DecidePublicLetter(id, SeenRevision, publishes, Input.Remark ?? "", by), stop), publishes ? "已公开。" : "已退回修改。", stop);

    public Task<IActionResult> OnPostTakeDownAsync(Guid id, CancellationToken stop) => RunAsync(
        id, LetterAct.TakeDown, by => publishing.TakeDownAsync(new TakeDownLetter(id, SeenRevision, Input.Reason ?? "", by), stop), "已停止公开。", stop);
}
