using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security.PublicForms;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>
/// Where a letter stands, by number and query code; rating and asking again. A look is a post, so that no code ever stands in an
/// address, a history or a log; it changes nothing and answers with the page itself.
/// </summary>
public sealed class TrackModel(LetterTracking tracking, PublicFormGuard guard) : PageModel
{
    /// <summary>Name of the form for the guard, which bounds how many codes one address may try.</summary>
    public const string FormName = "letter-track";

    [BindProperty]
    public Fields Input { get; set; } = new();

    public TrackedLetter? Tracked { get; private set; }

    public static IReadOnlyList<SelectListItem> Ratings { get; } = [.. Enum.GetValues<Satisfaction>().Select(s => new SelectListItem(Words.Of(s), s.ToString()))];

    public sealed record Fields
    {
        [Display(Name = "编号"), StringLength(40, ErrorMessage = "编号太长，请对照回执检查。")]
        public string? Number { get; set; }

        [Display(Name = "查询码"), StringLength(60, ErrorMessage = "查询码太长，请对照回执检查。")]
        public string? Code { get; set; }

        [Display(Name = "办理码"), StringLength(60, ErrorMessage = "办理码太长，请对照回执检查。")]
        public string? Secret { get; set; }

        [Display(Name = "对答复是否满意"), EnumDataType(typeof(Satisfaction), ErrorMessage = "请选择满意程度。")]
        public Satisfaction? Satisfaction { get; set; }

        [Display(Name = "哪里没有说清楚")]
        public string? Again { get; set; }
    }

    public void OnGet(string? number) => Input.Number = number;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) => await PassAsync(stop) ?? Page();

    public async Task<IActionResult> OnPostRateAsync(CancellationToken stop)
    {
        if (await PassAsync(stop) is { } barred) return barred;
        if (Input.Satisfaction is not { } satisfaction) return this.Refused([new Refusal("Letter.SatisfactionMissing", "Satisfaction")]);
        return await ShowAsync(await tracking.RateAsync(Input.Number, Input.Code, satisfaction, stop), "感谢您的评价。", stop);
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken stop)
    {
        if (await PassAsync(stop) is { } barred) return barred;
        return await ShowAsync(await tracking.ReopenAsync(Input.Number, Input.Code, Input.Secret, Input.Again ?? "", stop), "已经再次提交，办理时限重新计算。", stop);
    }

    /// <summary>What the last act brought, shown on the same page: there is no address to go to that would hold the code.</summary>
    public string Done { get; private set; } = "";

    private async Task<IActionResult> ShowAsync(Outcome outcome, string done, CancellationToken stop)
    {
        if (outcome.Kind == OutcomeKind.EditedMeanwhile) return this.EditedMeanwhile();
        if (!outcome.IsDone) return this.Refused(outcome.Refusals);
        Tracked = await tracking.OpenAsync(Input.Number, Input.Code, Input.Secret, stop);
        Done = done;
        return Page();
    }

    private async Task<IActionResult?> PassAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        if (guard.Check(FormName, Request) is { Count: > 0 } refusals) return this.Refused(refusals);
        Tracked = await tracking.OpenAsync(Input.Number, Input.Code, Input.Secret, stop);
        return Tracked is null ? this.Refused([new Refusal("Letter.CodeWrong")]) : null;
    }
}
