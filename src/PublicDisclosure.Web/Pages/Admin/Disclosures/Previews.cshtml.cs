using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Links by which people outside see the draft: made, counted, revoked.</summary>
public sealed class PreviewsModel(DisclosureAccess access, PreviewDesk desk, IOptions<PreviewOptions> options, SiteAddress site) : PageModel
{
    /// <summary>Key under which the address of a new link waits for the next page, which shows it once.</summary>
    private const string AddressKey = "NewPreview";

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Disclosure Disclosure { get; private set; } = null!;

    public IReadOnlyList<PreviewLine> Links { get; private set; } = [];

    /// <summary>This person may make and revoke links.</summary>
    public bool MayWork { get; private set; }

    /// <summary>Longest life of a link in days.</summary>
    public int LongestDays => options.Value.LongestDays;

    /// <summary>Address of the link that was just made; null otherwise.</summary>
    public string? NewAddress => TempData[AddressKey] as string;

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "有效天数"), Required]
        public int? Days { get; set; }

        [Display(Name = "用途和接收人"), StringLength(PreviewLink.PurposeLength)]
        public string? Purpose { get; set; }

        [Display(Name = "我确认：内容不含国家秘密、工作秘密、商业秘密和个人隐私，可以给接收人看")]
        public bool IsHarmless { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Input.Days = options.Value.DefaultDays;
        return await LoadAsync(id, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !MayWork) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var made = await desk.CreateAsync(new CreatePreview(id, Input.Days!.Value, Input.Purpose ?? "", Input.IsHarmless, User.GetStaffId()), stop);
        return this.Answer(made.Outcome, () =>
        {
            TempData[AddressKey] = site.Of(PreviewHeaders.Address(made.Value!));
            this.Flash("预览链接已生成。");
            return RedirectToPage(new { id });
        });
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, Guid linkId, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !MayWork) return NotFound();
        return this.Answer(await desk.RevokeAsync(new RevokePreview(id, linkId, User.GetStaffId()), stop), () =>
        {
            this.Flash("链接已停用。");
            return RedirectToPage(new { id });
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresView, stop) is not { } found) return false;
        Disclosure = found;
        Links = await desk.ReadAsync(id, stop);
        MayWork = DeskWork.May(User, found.OrganisationId);
        return true;
    }
}
