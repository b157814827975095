using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Calendar;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Calendar;

/// <summary>One notice: the year as it will be, correction of days, sign-off.</summary>
public sealed class NoticeModel(CalendarStore calendars, CalendarDesk desk, StaffNames names) : PageModel
{
    public HolidayNotice Notice { get; private set; } = null!;

    public YearGrid Grid { get; private set; } = null!;

    /// <summary>Who signed it off.</summary>
    public string Signer { get; private set; } = "";

    [BindProperty]
    public DayInput Input { get; set; } = new();

    [BindProperty]
    public int SeenRevision { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostSignAsync(Guid id, CancellationToken stop) =>
        ActAsync(id, by => desk.SignOffAsync(new SignOffNotice(id, SeenRevision, by), stop), "已签发。系统随即重新计算尚未公开信息的应公开日期。", stop);

    public Task<IActionResult> OnPostCorrectAsync(Guid id, CancellationToken stop) =>
        ActAsync(id, by => desk.CorrectAsync(new CorrectNoticeDay(id, SeenRevision, Input.On, Input.Kind, Input.Name ?? "", by), stop), "已更正。", stop);

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        return this.Answer(await desk.DiscardAsync(new DiscardNotice(id, SeenRevision, User.GetStaffId()), stop), () =>
        {
            this.Flash("通知已删除。");
            return RedirectToPage("Index");
        });
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Guid, Task<Outcome>> act, string done, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        return this.Answer(await act(User.GetStaffId()), () =>
        {
            this.Flash(done);
            return RedirectToPage(new { id });
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        var notices = await calendars.NoticesAsync(stop);
        if (notices.FirstOrDefault(n => n.Id == id) is not { } found) return false;
        (Notice, Grid) = (found, new YearGrid(await calendars.WithAsync(found, stop), found.Year));
        if (found.SignedOffBy is { } signer) Signer = await names.OfAsync(signer, stop);
        return true;
    }

    /// <summary>A day to correct.</summary>
    public sealed record DayInput
    {
        [Display(Name = "日期")]
        public DateOnly? On { get; init; }

        [Display(Name = "安排")]
        public CalendarDayKind? Kind { get; init; }

        [Display(Name = "节日"), StringLength(HolidayNoticeDay.NameLength)]
        public string? Name { get; init; }
    }
}
