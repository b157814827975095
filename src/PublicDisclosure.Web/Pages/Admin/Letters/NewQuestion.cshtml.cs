using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>Makes a frequently asked question of a public letter: first its number, then the texts to finish.</summary>
public sealed class NewQuestionModel(LetterReader reader, LetterPublishing publishing) : PageModel
{
    /// <summary>Number of the letter.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The letter; null until a public one is named.</summary>
    public PublicLetter? Letter { get; private set; }

    public sealed record Fields
    {
        [Display(Name = "问题")]
        public string? Question { get; set; }

        [Display(Name = "回答")]
        public string? Answer { get; set; }
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (Letter is { } letter) Input = new Fields { Question = letter.Title, Answer = letter.Answer };
        else if (!string.IsNullOrWhiteSpace(Number)) ModelState.AddRefusals([new Refusal("Letter.NotPublic")]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (Letter is null) return this.Refused([new Refusal("Letter.NotPublic")]);
        var made = await publishing.MakeQuestionAsync(Letter.Number, Input.Question ?? "", Input.Answer ?? "", User.GetStaffId(), stop);
        return this.Answer(made.Outcome, () =>
        {
            this.Flash("已新增，公布在网民留言栏目。");
            return RedirectToPage("Questions");
        });
    }

    private async Task LoadAsync(CancellationToken stop) =>
        Letter = Number?.Trim() is { Length: > 0 and <= Core.Letters.Letter.NumberLength } number && await reader.FindAsync(number, stop) is { Publicity: LetterPublicity.Published } found ? found : null;
}
