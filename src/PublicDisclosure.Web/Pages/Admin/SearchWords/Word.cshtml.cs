using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.SearchWords;

/// <summary>Adds an everyday word or changes what search looks for with it.</summary>
public sealed class WordModel(SearchWordDesk desk) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public int SeenRevision { get; set; }

    /// <summary>The word as it is read now; null for a new one.</summary>
    public SearchWordRow? Row { get; private set; }

    public sealed record Fields
    {
        [Display(Name = "平常话"), Required(ErrorMessage = "请填写平常话。")]
        public string? Everyday { get; set; }

        [Display(Name = "同时查找")]
        public string? Official { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(string? everyday, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(everyday)) return Page();
        Row = await desk.FindAsync(everyday, stop);
        if (Row is null) return NotFound();
        (SeenRevision, Input) = (Row.Revision, new Fields { Everyday = Row.Everyday, Official = Row.Official });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Row = await desk.FindAsync(Input.Everyday ?? "", stop);
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await desk.SaveAsync(new SaveSearchWord(Input.Everyday!, Input.Official ?? "", SeenRevision, User.GetStaffId()), stop);
        return Answered(outcome, "检索用词已保存，几秒内生效。");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken stop)
    {
        Row = await desk.FindAsync(Input.Everyday ?? "", stop);
        return Answered(await desk.RemoveAsync(Input.Everyday ?? "", SeenRevision, User.GetStaffId(), stop), "已恢复，几秒内生效。");
    }

    private IActionResult Answered(Outcome outcome, string done)
    {
        if (outcome.Kind == OutcomeKind.EditedMeanwhile && Row is not null)
        {
            // What is typed stays; the next attempt is made against what holds now.
            ModelState.Remove(nameof(SeenRevision));
            SeenRevision = Row.Revision;
        }

        return this.Answer(outcome, () =>
        {
            this.Flash(done);
            return RedirectToPage("Index");
        });
    }
}
