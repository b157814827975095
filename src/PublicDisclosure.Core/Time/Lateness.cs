namespace PublicDisclosure.Core.Time;

/// <summary>
/// How late something is, in the unit of its limit: whole units and, for weeks and longer, the days over. Late by no whole
/// working day (published on the Saturday after a Friday) is late all the same: <see cref="Whole"/> and <see cref="RestDays"/> are 0 then.
/// </summary>
public sealed record Lateness(int Whole, LimitUnit Unit, int RestDays)
{
    /// <summary>The lateness of an act; null when it was in time.</summary>
    public static Lateness? Of(WorkingDayCalendar calendar, DateOnly dueOn, DateOnly actualOn, LimitUnit unit)
    {
        if (actualOn <= dueOn) return null;
        if (unit == LimitUnit.WorkingDay) return new Lateness(calendar.WorkingDaysBetween(dueOn, actualOn), unit, 0);
        var whole = 0;
        while (DayCounter.Moved(dueOn, unit, whole + 1) <= actualOn) whole++;
        return new Lateness(whole, unit, actualOn.DayNumber - DayCounter.Moved(dueOn, unit, whole).DayNumber);
    }
}
