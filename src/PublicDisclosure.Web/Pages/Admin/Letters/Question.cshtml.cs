using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>Changes a frequently asked question, or takes it off.</summary>
public sealed class QuestionModel(LetterReader reader, LetterPublishing publishing) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public QuestionRow Row { get; private set; } = null!;

    public sealed record Fields
    {
        [Display(Name = "问题")]
        public string? Question { get; set; }

        [Display(Name = "回答")]
        public string? Answer { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return await GoneAsync(id, stop);
        (SeenRevision, Input) = (Row.Revision, new Fields { Question = Row.Question, Answer = Row.Answer });
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => ChangeAsync(id, (Input.Question ?? "", Input.Answer ?? ""), "已保存。", stop);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken stop) => ChangeAsync(id, null, "已撤下。", stop);

    private async Task<IActionResult> ChangeAsync(Guid id, (string Question, string Answer)? text, string done, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return await GoneAsync(id, stop);
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await publishing.ChangeQuestionAsync(id, SeenRevision, text, User.GetStaffId(), stop);
        if (outcome.Kind == OutcomeKind.EditedMeanwhile && await LoadAsync(id, stop))
        {
            ModelState.Remove(nameof(SeenRevision));
            SeenRevision = Row.Revision;
        }

        return this.Answer(outcome, () =>
        {
            this.Flash(done);
            return RedirectToPage("Questions");
        });
    }

    /// <summary>410 for one that was taken off, 404 for one that never was.</summary>
    private async Task<IActionResult> GoneAsync(Guid id, CancellationToken stop) =>
        StatusCode(await reader.WasRemovedAsync(id, stop) ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        Row = (await reader.QuestionsAsync(stop)).FirstOrDefault(q => q.Id == id)!;
        return Row is not null;
    }
}
