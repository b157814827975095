using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>Another person looks at the reply.</summary>
public sealed class ReviewModel(LetterCases cases, LetterReplies replies) : LetterStepPage(cases)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    protected override IReadOnlyList<LetterAct> Acts { get; } = [LetterAct.Answer, LetterAct.ReturnReply];

    public sealed record Fields
    {
        [Display(Name = "审核意见")]
        public string? Remark { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, bool approves, CancellationToken stop) => RunAsync(
        id, LetterAct.Answer, by => replies.ReviewAsync(new ReviewLetterReply(id, SeenRevision, approves, Input.Remark ?? "", by), stop),
        approves ? "已答复，留言人现在能看到。" : "已退回修改。", stop);
}
