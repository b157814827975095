using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Admin.Calendar;

/// <summary>Every holiday notice with its state.</summary>
public sealed class IndexModel(CalendarStore calendars, BusinessClock clock) : PageModel
{
    public IReadOnlyList<HolidayNotice> Notices { get; private set; } = [];

    /// <summary>This year and the next, where they are not signed off.</summary>
    public IReadOnlyList<int> Missing { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Notices = [.. (await calendars.NoticesAsync(stop)).OrderByDescending(n => n.Year).ThenBy(n => n.Layer).ThenByDescending(n => n.IssuedOn)];
        var calendar = await calendars.GetAsync(stop);
        Missing = [.. new[] { clock.Today.Year, clock.Today.Year + 1 }.Where(year => !calendar.Knows(year))];
    }
}
