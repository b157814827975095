using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Links the issuing level's interpretation to a policy that is only forwarded (转发).</summary>
public sealed class ForwardedModel(DisclosureAccess access, InterpretationSheets sheets, InterpretationDesk desk) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public int SeenRevision { get; set; }

    public Disclosure Disclosure { get; private set; } = null!;

    /// <summary>One is linked already.</summary>
    public bool IsLinked { get; private set; }

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "解读的标题"), StringLength(ForwardedInterpretation.TitleLength)]
        public string? Title { get; set; }

        [Display(Name = "网址"), StringLength(ForwardedInterpretation.AddressLength)]
        public string? Address { get; set; }

        [Display(Name = "发文机关"), StringLength(ForwardedInterpretation.IssuerLength)]
        public string? Issuer { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await LoadAsync(id, stop) is not { } sheet) return NotFound();
        if (sheet.Forwarded is { } linked) Input = new Fields { Title = linked.Title, Address = linked.Address, Issuer = linked.Issuer };
        SeenRevision = Disclosure.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await LoadAsync(id, stop) is null) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        return await SaveAsync(id, new ForwardedWords(Input.Title ?? "", Input.Address ?? "", Input.Issuer ?? ""), "已关联发文机关的解读。", stop);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken stop)
    {
        if (await LoadAsync(id, stop) is null) return NotFound();
        ModelState.Remove("Input.Title");
        return await SaveAsync(id, null, "已取消关联。", stop);
    }

    private async Task<IActionResult> SaveAsync(Guid id, ForwardedWords? words, string done, CancellationToken stop)
    {
        var outcome = await desk.ForwardAsync(new ForwardInterpretation(id, SeenRevision, words, User.GetStaffId()), stop);
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Disclosure.Revision;
        return this.Answer(outcome, () =>
        {
            this.Flash(done);
            return RedirectToPage("Interpretation", new { id });
        });
    }

    private async Task<InterpretationSheet?> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresDraft, stop) is not { Text.Genre: not DisclosureGenre.Interpretation } found) return null;
        Disclosure = found;
        var sheet = await sheets.OfAsync(found, stop);
        IsLinked = sheet.Forwarded is not null;
        return sheet;
    }
}
