using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Search;
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

    /// <summary>Not empty once what is public already was shown: nobody is asked to look a second time.</summary>
    [BindProperty]
    public string? Looked { get; set; }

    /// <summary>What is public already, shown above the form; null where nobody looked.</summary>
    public AlreadyPublic? Found { get; private set; }

    /// <summary>What is said of a letter kept half written.</summary>
    public DraftNotice Draft { get; private set; }

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

        [Display(Name = "附件"), JsonIgnore]
        public List<IFormFile> Files { get; set; } = [];
    }

    public async Task OnGetAsync(string? organisation, string? draft, [FromServices] LetterDrafts drafts, CancellationToken stop)
    {
        (Input.SubmissionId, Input.Organisation) = (Guid.NewGuid(), organisation);
        if (draft is null) Draft = drafts.Has(HttpContext) ? DraftNotice.Offered : DraftNotice.None;
        else if (drafts.Find(HttpContext) is { } kept) (Draft, Input, About) = (DraftNotice.Taken, kept.Input, kept.About);
        else Draft = DraftNotice.Gone;
        await LoadAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SiteSearch search, [FromServices] LetterDrafts drafts, CancellationToken stop)
    {
        await LoadAsync(stop);
        var text = new LetterText(Input.Title ?? "", Input.Text ?? "", Input.Name ?? "", Input.Contact ?? "");
        // Before the guard: a look costs neither one of the hour's sendings nor a second proof. A browser gives chosen files to nobody
        // twice: who has chosen some is not held up.
        if (string.IsNullOrEmpty(Looked) && Input.Files.Count == 0 && ModelState.IsValid && text.Cleaned().Check().Count == 0
            && await AlreadyPublic.FindAsync(search, Input.Title, Input.Text, stop) is { IsGood: true } found) return Shown(found with { IsBeforeSending = true }, drafts);
        var refusals = guard.Check(FormName, Request);
        // All that is wrong at once: nobody should be sent back a second time for the title.
        if (refusals.Count > 0 || !ModelState.IsValid) return this.Refused([.. refusals, .. text.Cleaned().Check()]);
        var sent = await intake.SendAsync(new SendLetter(
            Input.SubmissionId, Input.Kind!.Value, Input.Organisation ?? "", text,
            Input.WantsPublic, About ?? "", [.. Input.Files.Select(f => new Upload(f.FileName, f.OpenReadStream()))]), stop);
        return this.Answer(sent.Outcome, () =>
        {
            drafts.Forget(HttpContext);
            TempData[ReceiptModel.Key] = ReceiptModel.Write(sent.Value!);
            return RedirectToPage("Receipt");
        });
    }

    /// <summary>Looks for what is public already; nothing is sent.</summary>
    public async Task<IActionResult> OnPostLookAsync([FromServices] SiteSearch search, [FromServices] LetterDrafts drafts, CancellationToken stop)
    {
        await LoadAsync(stop);
        ModelState.Remove("Input.Kind");
        return Shown(await AlreadyPublic.FindAsync(search, Input.Title, Input.Text, stop), drafts);
    }

    /// <summary>The same for the script, while the letter is written: what was found alone, and nothing is kept.</summary>
    public async Task<IActionResult> OnPostMatchesAsync([FromServices] SiteSearch search, CancellationToken stop) =>
        ViewComponent("AlreadyPublic", new { found = await AlreadyPublic.FindAsync(search, Input.Title, Input.Text, stop) });

    /// <summary>Keeps the letter of somebody who leaves for an answer.</summary>
    public IActionResult OnPostKeep([FromServices] LetterDrafts drafts)
    {
        drafts.Keep(HttpContext, new LetterDraft(Input, About));
        return new NoContentResult();
    }

    /// <summary>Throws the letter that was kept away.</summary>
    public IActionResult OnPostDiscard([FromServices] LetterDrafts drafts)
    {
        drafts.Forget(HttpContext);
        return LocalRedirect(LetterDrafts.Path);
    }

    /// <summary>Counts that a page answered and leads there; who cannot be counted is led there all the same.</summary>
    public async Task<IActionResult> OnPostAnsweredAsync(string? path, [FromServices] SparedLetters spared, [FromServices] LetterDrafts drafts, CancellationToken stop)
    {
        if (!SparedLetters.CanAnswer(path)) return NotFound();
        if (guard.Check(AnsweredForm, Request).Count == 0) await spared.CountAsync(path, stop);
        if (drafts.Has(HttpContext)) this.Flash("感谢反馈。您的留言没有提交，所写内容（附件除外）暂存一小时。", LetterDrafts.Resume, "还有问题，接着写留言");
        else this.Flash("感谢反馈。您的留言没有提交。", LetterDrafts.Path, "还有问题，写留言");
        return LocalRedirect(path!);
    }

    private PageResult Shown(AlreadyPublic found, LetterDrafts drafts)
    {
        (Found, Looked) = (found, "1");
        drafts.Keep(HttpContext, new LetterDraft(Input, About));
        return Page();
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

/// <summary>What the form says of a letter kept half written.</summary>
public enum DraftNotice
{
    None,

    /// <summary>There is one.</summary>
    Offered,

    /// <summary>It stands in the form.</summary>
    Taken,

    /// <summary>It was asked for and is not there any more.</summary>
    Gone,
}
