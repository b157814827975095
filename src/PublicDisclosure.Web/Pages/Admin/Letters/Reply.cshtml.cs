using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>Writes a reply; the last one that was sent back is there to go on from.</summary>
public sealed class ReplyModel(LetterCases cases, LetterReplies replies) : LetterStepPage(cases)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public static IReadOnlyList<SelectListItem> Adoptions { get; } = [.. Enum.GetValues<Adoption>().Select(a => new SelectListItem(Words.Of(a), a.ToString()))];

    protected override IReadOnlyList<LetterAct> Acts { get; } = [LetterAct.SubmitReply];

    public sealed record Fields
    {
        [Display(Name = "答复")]
        public string? Text { get; set; }

        [Display(Name = "对建议的处理"), EnumDataType(typeof(Adoption), ErrorMessage = "请选择对建议的处理。")]
        public Adoption? Adoption { get; set; }

        [Display(Name = "理由")]
        public string? AdoptionReason { get; set; }
    }

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var result = await base.OnGetAsync(id, stop);
        if (Sheet is { Draft.Length: > 0 }) Input.Text = Sheet.Draft;
        return result;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, LetterAct.SubmitReply, by => replies.SubmitAsync(new SubmitLetterReply(id, SeenRevision, Input.Text ?? "", Input.Adoption, Input.AdoptionReason ?? "", by), stop), "已提交，等待另一人审核。", stop);
}
