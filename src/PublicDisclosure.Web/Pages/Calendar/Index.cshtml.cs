using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Calendar;

/// <summary>The public calendar, a year at a glance.</summary>
public sealed class IndexModel(CalendarStore calendars, BusinessClock clock) : PageModel
{
    private const int YearsBefore = 7, YearsAfter = 1;

    public YearGrid Grid { get; private set; } = null!;

    public IReadOnlyList<int> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? year, CancellationToken stop)
    {
        var today = clock.Today.Year;
        Years = [.. Enumerable.Range(today - YearsBefore, YearsBefore + YearsAfter + 1)];
        var wanted = year is null ? today : int.TryParse(year, out var asked) ? asked : 0;
        if (!Years.Contains(wanted)) return NotFound();
        Grid = new YearGrid(await calendars.GetAsync(stop), wanted);
        return Page();
    }
}
