using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.ApiKeys;

/// <summary>One key: what it may do, what came with it, and its end.</summary>
public sealed class DetailsModel(DisclosureDb db, ApiKeyDesk desk, ApiKeyList list) : PageModel
{
    /// <summary>Key under which a new secret waits for the page that shows it once.</summary>
    public const string SecretKey = "NewApiKey";

    /// <summary>How many of what came are listed.</summary>
    public const int Most = 50;

    public ApiKeyLine Line { get; private set; } = null!;

    /// <summary>What came with it, newest first.</summary>
    public IReadOnlyList<Row> Arrived { get; private set; } = [];

    /// <summary>The secret that was just made; null otherwise.</summary>
    public string? Secret => TempData[SecretKey] as string;

    /// <summary>It still opens something and can be ended.</summary>
    public bool MayRevoke => Line.State is not (ApiKeyState.Revoked or ApiKeyState.Expired);

    /// <summary>Something that came.</summary>
    public sealed record Row(Guid Id, string Title, string Reference, DateTime At, DisclosureState State);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        return this.Answer(await desk.RevokeAsync(new RevokeApiKey(id, User.GetStaffId()), stop), () =>
        {
            this.Flash("密钥已停用，业务系统不能再用它送件。已经送来的草稿不受影响。");
            return RedirectToPage(new { id });
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if ((await list.ReadAsync(User.ScopeOf(Permission.ApiKeysKeep), id, stop)).SingleOrDefault() is not { } line) return false;
        Line = line;
        Arrived = await db.Arrivals.AsNoTracking().Where(a => a.KeyId == id)
            .Join(db.Disclosures, a => a.DisclosureId, d => d.Id, (a, d) => new { d.Id, d.Text.Title, a.ExternalReference, At = a.DraftedAt ?? a.RegisteredAt ?? d.CreatedAt, d.State })
            .OrderByDescending(r => r.At).Take(Most).Select(r => new Row(r.Id, r.Title, r.ExternalReference, r.At, r.State)).ToListAsync(stop);
        return true;
    }
}
