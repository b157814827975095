namespace PublicDisclosure.Core.Time;

/// <summary>
/// Counts working days in Beijing: Monday to Friday, less holidays, plus weekend days worked in exchange. Immutable; built
/// from the stored <see cref="CalendarDay"/> rows.
/// </summary>
public sealed class WorkingDayCalendar
{
    private readonly Dictionary<DateOnly, CalendarDayKind> _days;
    private readonly HashSet<int> _knownYears;

    public WorkingDayCalendar(IEnumerable<CalendarDay> days)
    {
        _days = days.ToDictionary(d => d.On, d => d.Kind);
        _knownYears = [.. _days.Keys.Select(d => d.Year)];
    }

    /// <summary>False when no holiday notice of the year is stored: dates counted through it are estimates (预计).</summary>
    public bool Knows(int year) => _knownYears.Contains(year);

    /// <summary>Whether people work on the day.</summary>
    public bool IsWorkingDay(DateOnly day) => _days.TryGetValue(day, out var kind)
        ? kind == CalendarDayKind.Workday
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>
    /// The last day of a limit of some working days: the day after <paramref name="start"/> is day one, so 20 working days
    /// end on the twentieth working day after it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is negative.</exception>
    public DateOnly AddWorkingDays(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = start;
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) workingDays--;
        }

        return day;
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when it is not later.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }
}
