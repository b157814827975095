using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.ApiKeys;

/// <summary>Makes a key; the next page shows it once.</summary>
public sealed class NewModel(DisclosureDb db, ApiKeyDesk desk, ApiKeyList list) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "单位")]
    public Guid? Organisation { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The organisations within reach.</summary>
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Who could answer for it.</summary>
    public IReadOnlyList<SelectListItem> Responsible { get; private set; } = [];

    /// <summary>Name of the chosen organisation.</summary>
    public string OrganisationName { get; private set; } = "";

    /// <summary>The last day that a key may have.</summary>
    public DateOnly LastDay => list.LastDay;

    /// <summary>The scopes to choose from.</summary>
    public static IEnumerable<SelectListItem> Scopes => Enum.GetValues<ApiScopes>().Where(s => s != ApiScopes.None).Select(s => new SelectListItem(Words.Of(s), s.ToString()));

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "业务系统名称"), Required, StringLength(ApiKey.SystemNameLength)]
        public string? SystemName { get; set; }

        [Display(Name = "用途")]
        public List<ApiScopes> Scopes { get; set; } = [];

        [Display(Name = "责任人"), Required]
        public Guid? ResponsibleId { get; set; }

        [Display(Name = "有效期至"), Required]
        public DateOnly? ExpiresOn { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Input = new Fields { Scopes = [ApiScopes.Register, ApiScopes.Draft, ApiScopes.Status], ExpiresOn = LastDay };
        return await LoadAsync(stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop) || Organisation is not { } organisation) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var scopes = Input.Scopes.Aggregate(ApiScopes.None, (all, one) => all | one);
        var made = await desk.MakeAsync(new MakeApiKey(organisation, Input.SystemName!, scopes, Input.ResponsibleId!.Value, Input.ExpiresOn!.Value, User.GetStaffId()), stop);
        return this.Answer(made.Outcome, () =>
        {
            TempData[DetailsModel.SecretKey] = made.Value!.Secret.Written;
            this.Flash("密钥已制发。");
            return RedirectToPage("Details", new { id = made.Value.Id });
        });
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        var mine = await User.ScopeOf(Permission.ApiKeysKeep).Apply(db.Organisations.AsNoTracking(), o => o.Id)
            .Where(o => o.IsActive).OrderBy(o => o.SortOrder).ThenBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        if (mine.Count == 1) Organisation ??= mine[0].Id;
        Organisations = [.. mine.Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        if (Organisation is not { } id) return true;
        if (mine.Find(o => o.Id == id) is not { } chosen) return false;
        OrganisationName = chosen.Name;
        Responsible = [.. (await list.ResponsibleAsync(id, stop)).Select(r => new SelectListItem(r.Name, r.Id.ToString()))];
        return true;
    }
}
