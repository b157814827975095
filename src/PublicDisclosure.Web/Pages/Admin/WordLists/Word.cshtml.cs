using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.WordLists;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.WordLists;

/// <summary>One line of the word lists, new or known.</summary>
public sealed class WordModel(WordReader reader, WordListEditor editor) : PageModel
{
    [BindProperty]
    public WordInput Input { get; set; } = new();

    [BindProperty]
    public int SeenRevision { get; set; }

    public bool IsNew { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stop)
    {
        IsNew = id == "new";
        if (IsNew) return Page();
        if (!Guid.TryParse(id, out var known) || await reader.RuleAsync(known, stop) is not { } rule) return NotFound();
        (Input, SeenRevision) = (WordInput.Of(rule.Entry), rule.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken stop)
    {
        IsNew = id == "new";
        Guid? known = null;
        if (!IsNew)
        {
            if (!Guid.TryParse(id, out var parsed) || await reader.RuleAsync(parsed, stop) is null) return NotFound();
            known = parsed;
        }

        if (!ModelState.IsValid) return this.Invalid();
        return this.Answer(await editor.SaveAsync(new SaveWord(known, SeenRevision, Input.ToEntry(), User.GetStaffId()), stop), () =>
        {
            this.Flash("词条已保存，从现在起按它检查。");
            return RedirectToPage("Index");
        });
    }
}

/// <summary>A line as typed.</summary>
public sealed record WordInput
{
    [Display(Name = "错误形式"), Required, StringLength(WordEntry.FormLength)]
    public string? Wrong { get; init; }

    [Display(Name = "正确形式"), Required, StringLength(WordEntry.FormLength)]
    public string? Right { get; init; }

    [Display(Name = "词表")]
    public WordListKind Kind { get; init; }

    [Display(Name = "严重：出现时不能发布")]
    public bool IsGrave { get; init; }

    [Display(Name = "例外"), StringLength(WordEntry.ExceptionsLength)]
    public string? Exceptions { get; init; }

    [Display(Name = "说明"), StringLength(WordEntry.NoteLength)]
    public string? Note { get; init; }

    [Display(Name = "在用")]
    public bool IsActive { get; init; }

    public static WordInput Of(WordEntry entry) => new()
    {
        Wrong = entry.Wrong,
        Right = entry.Right,
        Kind = entry.Kind,
        IsGrave = entry.IsGrave,
        Exceptions = entry.Exceptions,
        Note = entry.Note,
        IsActive = entry.IsActive,
    };

    public WordEntry ToEntry() => new(Wrong ?? "", Right ?? "", Kind, IsGrave, Exceptions ?? "", Note ?? "", IsActive);
}
