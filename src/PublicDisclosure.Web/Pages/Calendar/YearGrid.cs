using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Calendar;

/// <summary>A year at a glance: twelve months of weeks, Monday first.</summary>
public sealed class YearGrid(WorkingDayCalendar calendar, int year)
{
    public int Year => year;

    /// <summary>A signed-off national notice stands behind the year.</summary>
    public bool IsKnown => calendar.Knows(year);

    /// <summary>The notices of the year, in the order in which the later stands above the earlier.</summary>
    public IReadOnlyList<HolidayNotice> Notices => [.. calendar.Notices.Where(n => n.Year == year)];

    /// <summary>The regional festival of the year is only computed.</summary>
    public bool HasComputedFestival => Days().Any(d => d.Estimate == EstimateReason.RegionalComputed);

    /// <summary>Working days of the year.</summary>
    public int WorkingDays => Days().Count(d => d.IsWorking);

    /// <summary>The months as rows of seven; null where the month has no such day.</summary>
    public IEnumerable<(int Month, IReadOnlyList<CalendarDate?[]> Weeks)> Months() => Enumerable.Range(1, 12).Select(month => (month, Weeks(month)));

    private IReadOnlyList<CalendarDate?[]> Weeks(int month)
    {
        var first = new DateOnly(year, month, 1);
        var lead = ((int)first.DayOfWeek + 6) % 7;
        var cells = Enumerable.Repeat<CalendarDate?>(null, lead)
            .Concat(Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(i => calendar.Day(first.AddDays(i)))).ToList();
        return [.. cells.Chunk(7).Select(week => week.Concat(Enumerable.Repeat<CalendarDate?>(null, 7 - week.Length)).ToArray())];
    }

    private IEnumerable<CalendarDate> Days()
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1)) yield return calendar.Day(day);
    }
}
