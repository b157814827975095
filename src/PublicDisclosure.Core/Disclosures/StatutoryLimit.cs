using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The limit for active disclosure: 20 working days from the day the information was formed or changed (《中华人民共和国政府信息
/// 公开条例》第二十六条, State Council Order 711, in force since 15 May 2019).
/// </summary>
public static class StatutoryLimit
{
    /// <summary>Length in working days.</summary>
    public const int WorkingDays = 20;

    /// <summary>Last day in time.</summary>
    public static DateOnly DueOn(WorkingDayCalendar calendar, DateOnly formedOn) => calendar.AddWorkingDays(formedOn, WorkingDays);

    /// <summary>Working days from <paramref name="today"/> to the last day in time; 0 on the last day, negative once it has passed.</summary>
    public static int WorkingDaysLeft(WorkingDayCalendar calendar, DateOnly today, DateOnly dueOn) => dueOn >= today
        ? calendar.WorkingDaysBetween(today, dueOn)
        : -calendar.WorkingDaysBetween(dueOn, today);
}
