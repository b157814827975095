using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>Parts of a joint answer: asked for by the lead organisation, given by the one that was asked.</summary>
public sealed class PartsModel(LetterCases cases, LetterReplies replies, OrganisationDirectory directory) : LetterStepPage(cases)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    protected override IReadOnlyList<LetterAct> Acts { get; } = [LetterAct.AskPart, LetterAct.GivePart];

    public sealed record Fields
    {
        [Display(Name = "协助单位")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "需要协助什么")]
        public string? Question { get; set; }

        [Display(Name = "答复意见")]
        public string? Text { get; set; }
    }

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        await ChooseAsync(directory, stop);
        return await base.OnGetAsync(id, stop);
    }

    public Task<IActionResult> OnPostAskAsync(Guid id, CancellationToken stop) => DoAsync(
        id, LetterAct.AskPart, by => replies.AskPartAsync(new AskLetterPart(id, SeenRevision, Input.OrganisationId ?? Guid.Empty, Input.Question ?? "", by), stop), "已请它协助，提供之前不能答复。", stop);

    public Task<IActionResult> OnPostGiveAsync(Guid id, CancellationToken stop) => DoAsync(
        id, LetterAct.GivePart, by => replies.GivePartAsync(new GiveLetterPart(id, SeenRevision, LetterSteps.AskedOf(Rights, Sheet.Letter), Input.Text ?? "", by), stop), "已提供给牵头单位。", stop);

    public Task<IActionResult> OnPostDropAsync(Guid id, Guid partId, CancellationToken stop) => DoAsync(
        id, LetterAct.DropPart, by => replies.DropPartAsync(new DropLetterPart(id, SeenRevision, partId, by), stop), "不再等它的意见。", stop);

    private async Task<IActionResult> DoAsync(Guid id, LetterAct act, Func<Guid, Task<Outcome>> run, string done, CancellationToken stop)
    {
        await ChooseAsync(directory, stop);
        return await RunAsync(id, act, run, done, stop);
    }
}
