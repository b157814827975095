using System.Globalization;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>A due date in a list or on a page, with what its explanation is asked by.</summary>
public sealed record DueLine(DateOnly DueOn, DateOnly From, int Amount, LimitUnit Unit, LimitDirection Direction, DueBasis Basis, bool IsEstimated, string ItemCode)
{
    /// <summary>Why it is an estimate; empty when it is certain, and for dates counted before reasons were kept.</summary>
    public IReadOnlyList<Estimate> Estimates { get; init; } = [];

    /// <summary>Slug of the organisation whose date it is: a township's own edition may word the limit otherwise. Empty where it is not known.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Out of the stored row.</summary>
    public static DueLine Of(DueDate d) => new(d.DueOn, d.From, d.Amount, d.Unit, d.Direction, d.Basis, d.IsEstimated, d.ItemCode) { Estimates = Estimate.Read(d.Estimates) };

    /// <summary>Where the site explains it: the released schedule of its item, or the count day by day.</summary>
    public string ExplanationPath => Basis == DueBasis.Schedule
        ? "/calendar/limits?item=" + Uri.EscapeDataString(ItemCode) : PathOf(From, new LimitSpan(Amount, Unit, Direction), ItemCode) + (Organisation.Length > 0 && ItemCode.Length > 0 ? "&by=" + Uri.EscapeDataString(Organisation) : "");

    /// <summary>Where the site explains a count.</summary>
    public static string PathOf(DateOnly from, LimitSpan span, string? itemCode) => string.Create(
        CultureInfo.InvariantCulture,
        $"/calendar/count?from={from:yyyy-MM-dd}&amount={span.Amount}&unit={span.Unit}&direction={span.Direction}{(string.IsNullOrEmpty(itemCode) ? "" : "&item=" + Uri.EscapeDataString(itemCode))}");

    /// <summary>Where the site explains a date of a setting: so many working days from the day of an instant (UTC), by the calendar of then.</summary>
    public static string PathOf(DateTime at, int workingDays) => string.Create(
        CultureInfo.InvariantCulture, $"{PathOf(BusinessClock.BeijingDate(at), new LimitSpan(workingDays, LimitUnit.WorkingDay), null)}&asof={at:yyyy-MM-ddTHH:mm:ssZ}");

    /// <summary>How long it still is, or how late it is, on a day.</summary>
    public TimeLeft Left(WorkingDayCalendar calendar, DateOnly today) => TimeLeft.Of(calendar, DueOn, today, Unit);
}

/// <summary>Time to a due date.</summary>
/// <param name="Days">Working days or, for limits in other units, days that are left; 0 on the last day and when late.</param>
/// <param name="Unit">In what they are counted.</param>
/// <param name="Late">The lateness in the limit's own unit; null while in time.</param>
public sealed record TimeLeft(int Days, LimitUnit Unit, Lateness? Late)
{
    /// <summary>The time to a last day, in the unit of its limit.</summary>
    public static TimeLeft Of(WorkingDayCalendar calendar, DateOnly dueOn, DateOnly today, LimitUnit unit) =>
        Lateness.Of(calendar, dueOn, today, unit) is { } late ? new TimeLeft(0, unit, late)
        : unit == LimitUnit.WorkingDay ? new TimeLeft(calendar.WorkingDaysBetween(today, dueOn), LimitUnit.WorkingDay, null)
        : new TimeLeft(dueOn.DayNumber - today.DayNumber, LimitUnit.Day, null);

    /// <summary>Past.</summary>
    public bool IsLate => Late is not null;

    /// <summary>Due within five days of its kind.</summary>
    public bool IsSoon => Late is null && Days <= 5;
}
