namespace PublicDisclosure.Core.Time;

/// <summary>
/// The rules of counting. The day of the anchor is not counted: the next day is day one (民法典第二百零一条), for a limit before an
/// event the day before it. Working days pass over weekends and holidays; 日 counts every day. A limit after something that
/// ends on a day without work goes on to the next working day (民法典第二百零三条), one before an event back to the previous. Weeks,
/// months and years end on the day of the same number, or on the last of the month (第二百零二条). A pause moves the end by
/// exactly the days of the limit's kind that it covers.
/// </summary>
internal static class DayCounter
{
    public static DateExplanation Explain(WorkingDayCalendar calendar, DateOnly start, LimitSpan span, IReadOnlyList<DayPause> pauses)
    {
        if (LimitSpan.Check(span.Amount).Count > 0) throw new ArgumentOutOfRangeException(nameof(span), span.Amount, "A limit is at least 1.");
        if (pauses.Count > 0 && span.Direction == LimitDirection.Before) throw new ArgumentException("A limit before an event cannot be stopped.", nameof(pauses));
        return span.CountsDays ? ByDay(calendar, start, span, pauses) : ByDate(calendar, start, span, pauses);
    }

    private static DateExplanation ByDay(WorkingDayCalendar calendar, DateOnly start, LimitSpan span, IReadOnlyList<DayPause> pauses)
    {
        var way = span.Direction == LimitDirection.After ? 1 : -1;
        var steps = new List<DayStep> { new(start, DayMark.Start, 0, calendar.Day(start)) };
        var (on, number) = (start, 0);
        while (number < span.Amount)
        {
            on = on.AddDays(way);
            var day = calendar.Day(on);
            var mark = pauses.Any(p => p.Covers(on)) ? DayMark.Paused
                : span.Unit == LimitUnit.Day ? DayMark.Counted
                : day.Status switch
                {
                    DayStatus.Workday => DayMark.Counted,
                    DayStatus.MakeUpWorkday => DayMark.CountedMakeUp,
                    DayStatus.Holiday => DayMark.Holiday,
                    _ => DayMark.Weekend,
                };
            var counts = mark is DayMark.Counted or DayMark.CountedMakeUp;
            steps.Add(new DayStep(on, mark, counts ? ++number : 0, day));
        }

        // The kind of a day matters to a count of working days throughout, to one of natural days only at its end.
        var looked = span.Unit == LimitUnit.WorkingDay ? steps.Skip(1).Where(s => s.Mark != DayMark.Paused).Select(s => s.Day).ToList() : [];
        var end = Roll(calendar, on, way, steps, looked);
        return Result(start, span, end, on, steps, looked);
    }

    private static DateExplanation ByDate(WorkingDayCalendar calendar, DateOnly start, LimitSpan span, IReadOnlyList<DayPause> pauses)
    {
        var way = span.Direction == LimitDirection.After ? 1 : -1;
        var on = Moved(start, span.Unit, span.Amount * way);
        // The stop lengthens the limit, and the longer limit may reach into the next stop.
        for (var paused = -1; ;)
        {
            var covered = Days(start, on).Count(d => pauses.Any(p => p.Covers(d)));
            if (covered == paused) break;
            (paused, on) = (covered, Moved(start, span.Unit, span.Amount * way).AddDays(covered));
        }

        var looked = new List<CalendarDate>();
        var steps = new List<DayStep> { new(start, DayMark.Start, 0, calendar.Day(start)) };
        steps.AddRange(Days(start, on).Where(d => pauses.Any(p => p.Covers(d))).Select(d => new DayStep(d, DayMark.Paused, 0, calendar.Day(d))));
        steps.Add(new DayStep(on, DayMark.End, 0, calendar.Day(on)));
        var end = Roll(calendar, on, way, steps, looked);
        return Result(start, span, end, on, steps, looked);
    }

    private static DateOnly Roll(WorkingDayCalendar calendar, DateOnly on, int way, List<DayStep> steps, List<CalendarDate> looked)
    {
        for (var last = on; ; on = on.AddDays(way))
        {
            var day = calendar.Day(on);
            looked.Add(day);
            if (on != last) steps.Add(new DayStep(on, day.IsWorking ? DayMark.RolledTo : DayMark.Rolled, 0, day));
            if (day.IsWorking) return on;
        }
    }

    private static DateExplanation Result(DateOnly start, LimitSpan span, DateOnly end, DateOnly unrolled, List<DayStep> steps, List<CalendarDate> looked) =>
        new(start, span, end, unrolled, [.. steps.OrderBy(s => s.On)],
            [.. looked.Where(d => d.Estimate is not null).Select(d => new Estimate(d.Estimate!.Value, d.On.Year)).Distinct().OrderBy(e => e.Year).ThenBy(e => e.Reason)]);

    internal static DateOnly Moved(DateOnly start, LimitUnit unit, int amount) => unit switch
    {
        LimitUnit.Week => start.AddDays(7 * amount),
        LimitUnit.Month => start.AddMonths(amount),
        LimitUnit.Quarter => start.AddMonths(3 * amount),
        LimitUnit.Year => start.AddYears(amount),
        _ => start.AddDays(amount),
    };

    private static IEnumerable<DateOnly> Days(DateOnly after, DateOnly to)
    {
        for (var day = after.AddDays(1); day <= to; day = day.AddDays(1)) yield return day;
    }
}
