using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security.PublicForms;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>Writes a letter: one page, no account, no script.</summary>
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class WriteModel(LetterIntake intake, PublicFormGuard guard, OrganisationDirectory directory, LetterReader reader, IOptions<LetterOptions> options) : PageModel
{
    /// <summary>Name of the form for the guard.</summary>
    public const string FormName = "letter";

    /// <summary>Name of the small form that says a page answered.</summary>
    public const string AnsweredForm = "letter-answered";

    private const long MostBytes = 64L * 1024 * 1024;

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The page it is asked from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    public LetterOptions Options => options.Value;

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>What is public already is shown above the form.</summary>
    public bool IsLooking { get; private set; }

    /// <summary>Title of the document it is asked from; null where it is none.</summary>
    public string? AboutTitle { get; private set; }

    public static IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<LetterKind>().Select(k => new SelectListItem($"{Words.Of(k)}：{LetterWords.Hint(k)}", k.ToString()))];

    public sealed record Fields
    {
        /// <summary>The same for as long as the form is open, so that a form sent twice makes one letter.</summary>
        public Guid SubmissionId { get; set; }

        [Display(Name = "留言类型"), Required(ErrorMessage = "请选择留言类型。"), EnumDataType(typeof(LetterKind), ErrorMessage = "请选择留言类型。")]
        public LetterKind? Kind { get; set; }

        [Display(Name = "写给哪个单位")]
        public string? Organisation { get; set; }

        [Display(Name = "标题")]
        public string? Title { get; set; }

        [Display(Name = "内容")]
        public string? Text { get; set; }

        [Display(Name = "姓名")]
        public string? Name { get; set; }

        [Display(Name = "联系方式")]
        public string? Contact { get; set; }

        [Display(Name = "同意公开（遮盖姓名、电话、住址后，把问题和答复放到网上，帮助有同样问题的人）")]
        public bool WantsPublic { get; set; }

        [Display(Name = "附件")]
        public List<IFormFile> Files { get; set; } = [];
    }

    public async Task OnGetAsync(string? organisation, CancellationToken stop)
    {
        (Input.SubmissionId, Input.Organisation) = (Guid.NewGuid(), organisation);
        await LoadAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        var refusals = guard.Check(FormName, Request);
        var text = new LetterText(Input.Title ?? "", Input.Text ?? "", Input.Name ?? "", Input.Contact ?? "");
        // All that is wrong at once: nobody should be sent back a second time for the title.
        if (refusals.Count > 0 || !ModelState.IsValid) return this.Refused([.. refusals, .. text.Cleaned().Check()]);
        var sent = await intake.SendAsync(new SendLetter(
            Input.SubmissionId, Input.Kind!.Value, Input.Organisation ?? "", text,
            Input.WantsPublic, About ?? "", [.. Input.Files.Select(f => new Upload(f.FileName, f.OpenReadStream()))]), stop);
        return this.Answer(sent.Outcome, () =>
        {
            TempData[ReceiptModel.Key] = ReceiptModel.Write(sent.Value!);
            return RedirectToPage("Receipt");
        });
    }

    /// <summary>Looks for what is public already; nothing is sent.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        ModelState.Remove("Input.Kind");
        IsLooking = true;
        return Page();
    }

    /// <summary>Counts that a page answered and leads there; who cannot be counted is led there all the same.</summary>
    public async Task<IActionResult> OnPostAnsweredAsync(string? path, [FromServices] SparedLetters spared, CancellationToken stop)
    {
        if (!SparedLetters.CanAnswer(path)) return NotFound();
        if (guard.Check(AnsweredForm, Request).Count == 0) await spared.CountAsync(path, stop);
        return LocalRedirect(path!);
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        Organisations = [.. (await directory.ReadAsync(stop)).Select(o => new SelectListItem(o.Name, o.Slug))];
        if (Organisations.All(o => o.Value != Input.Organisation) && !Request.HasFormContentType) Input.Organisation = null;
        if (About is not ['/', not '/', ..] || About.Length > Letter.AboutLength) About = null;
        const string documents = "/disclosures/";
        if (About?.StartsWith(documents, StringComparison.Ordinal) == true)
            AboutTitle = await reader.TitleAtAsync(About[documents.Length..], stop);
    }
}
