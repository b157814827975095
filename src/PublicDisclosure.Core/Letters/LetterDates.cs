using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>Counts the limits of letters in working days; the day of receipt is not counted.</summary>
public sealed class LetterDates(CalendarStore calendars, IOptions<LetterOptions> options)
{
    /// <summary>The dates of a letter that begins, or begins anew, on a day.</summary>
    internal async Task<LetterLimits> LimitsAsync(LetterKind kind, bool isComplex, DateOnly from, CancellationToken stop)
    {
        var calendar = await calendars.GetAsync(stop);
        var days = options.Value.DaysOf(kind, isComplex);
        return new LetterLimits(days, calendar.AddWorkingDays(from, days), calendar.AddWorkingDays(from, options.Value.TriageDays));
    }

    /// <summary>The last day of so many working days after a day.</summary>
    public async Task<DateOnly> AfterAsync(DateOnly from, int workingDays, CancellationToken stop) =>
        (await calendars.GetAsync(stop)).AddWorkingDays(from, workingDays);

    /// <summary>Last day on which the writer may ask again; the day of the answer where there is none.</summary>
    public Task<DateOnly> LastReopeningDayAsync(Letter letter, CancellationToken stop) =>
        AfterAsync(BusinessClock.BeijingDate(letter.FinalAnsweredAt ?? letter.ReceivedAt), options.Value.ReopeningDays, stop);

    /// <summary>Working days after receipt until a day.</summary>
    public async Task<int> DaysSinceAsync(DateOnly from, DateOnly to, CancellationToken stop) =>
        (await calendars.GetAsync(stop)).WorkingDaysBetween(from, to);

    /// <summary>How late something is; null while it is in time.</summary>
    public async Task<Lateness?> LatenessAsync(DateOnly dueOn, DateOnly on, CancellationToken stop) =>
        Lateness.Of(await calendars.GetAsync(stop), dueOn, on, LimitUnit.WorkingDay);
}
