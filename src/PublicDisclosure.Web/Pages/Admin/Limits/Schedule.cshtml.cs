using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Limits;

/// <summary>The released schedule of an item.</summary>
public sealed class ScheduleModel(LimitReader reader, LimitDesk desk, CatalogueAuthority authority, BusinessClock clock) : PageModel
{
    public ItemLimitLine Item { get; private set; } = null!;

    public IReadOnlyList<ReleaseDate> Releases { get; private set; } = [];

    public DateOnly Today => clock.Today;

    [BindProperty]
    public ReleaseInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string? item, CancellationToken stop) => await LoadAsync(item, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string? item, CancellationToken stop) =>
        ActAsync(item, by => desk.EnterReleaseAsync(new EnterRelease(item!, Input.On, Input.Name ?? "", by), stop), "公布日已增加。", stop);

    public Task<IActionResult> OnPostRemoveAsync(string? item, Guid releaseId, CancellationToken stop) =>
        ActAsync(item, by => desk.RemoveReleaseAsync(releaseId, by, stop), "公布日已删除。", stop);

    private async Task<IActionResult> ActAsync(string? item, Func<Guid, Task<Outcome>> act, string done, CancellationToken stop)
    {
        if (!await LoadAsync(item, stop)) return NotFound();
        return this.Answer(await act(User.GetStaffId()), () =>
        {
            this.Flash(done);
            return RedirectToPage(new { item });
        });
    }

    private async Task<bool> LoadAsync(string? item, CancellationToken stop)
    {
        if (item is not { Length: > 0 and <= 40 } || !(await authority.OfAsync(User.GetStaffId(), stop)).IsCitySteward) return false;
        if (await reader.ItemAsync(item, stop) is not { } found) return false;
        (Item, Releases) = (found, await reader.ReleasesAsync(item, stop));
        return true;
    }

    /// <summary>A released day as typed.</summary>
    public sealed record ReleaseInput
    {
        [Display(Name = "公布日")]
        public DateOnly? On { get; init; }

        [Display(Name = "公布的内容"), StringLength(ReleaseDate.NameLength)]
        public string? Name { get; init; }
    }
}
