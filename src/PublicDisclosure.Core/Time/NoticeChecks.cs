using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Time;

/// <summary>What must be true of a notice before it is kept: every reason at once, each with the day it is about.</summary>
public static class NoticeChecks
{
    /// <summary>Reasons against what identifies the notice.</summary>
    public static IReadOnlyList<Refusal> Head(NoticeHead head)
    {
        var refusals = new List<Refusal>();
        if (head.Year is < HolidayNotice.FirstYear or > HolidayNotice.LastYear) refusals.Add(new Refusal("Calendar.YearOutOfRange", "Year", HolidayNotice.FirstYear, HolidayNotice.LastYear));
        if (string.IsNullOrWhiteSpace(head.Title)) refusals.Add(new Refusal("Calendar.TitleMissing", "Title"));
        if (string.IsNullOrWhiteSpace(head.Number)) refusals.Add(new Refusal("Calendar.NumberMissing", "Number"));
        TooLong(head.Title, HolidayNotice.TitleLength, "Title");
        TooLong(head.Number, HolidayNotice.NumberLength, "Number");
        TooLong(head.SourceAddress, HolidayNotice.SourceLength, "SourceAddress");
        if (head.SourceAddress.Length > 0 && !(Uri.TryCreate(head.SourceAddress, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
            refusals.Add(new Refusal("Calendar.SourceNotAddress", "SourceAddress"));
        return refusals;

        void TooLong(string text, int most, string field)
        {
            if (text.Length > most) refusals.Add(new Refusal("Calendar.TextTooLong", field, most));
        }
    }

    /// <summary>
    /// Reasons against the days: none at all, out of the year, said twice, said to be both, an exchanged working day that is
    /// no weekend day, and, for the notice of a whole year, statutory festivals that are not among them.
    /// </summary>
    public static IReadOnlyList<Refusal> Days(NoticeHead head, IReadOnlyList<NoticeDay> days, string field = "Days")
    {
        if (days.Count == 0) return [new Refusal("Calendar.NoDays", field)];
        var refusals = new List<Refusal>();
        foreach (var group in days.GroupBy(d => d.On).OrderBy(g => g.Key))
        {
            var day = group.First();
            if (!Belongs(head.Year, day)) refusals.Add(new Refusal("Calendar.DayOutOfYear", field, day.On, head.Year));
            if (group.Select(d => d.Kind).Distinct().Count() > 1) refusals.Add(new Refusal("Calendar.DayContradicts", field, day.On));
            else if (group.Count() > 1) refusals.Add(new Refusal("Calendar.DayTwice", field, day.On));
            else if (day.Kind == CalendarDayKind.Workday && !WorkingDayCalendar.IsWeekend(day.On)) refusals.Add(new Refusal("Calendar.WorkdayNotWeekend", field, day.On));
            else if (day.Kind == CalendarDayKind.Ordinary && !head.IsAmendment) refusals.Add(new Refusal("Calendar.OrdinaryOnlyInAmendment", field, day.On));
            if (group.Any(d => string.IsNullOrWhiteSpace(d.Name) || d.Name.Length > HolidayNoticeDay.NameLength)) refusals.Add(new Refusal("Calendar.DayNameMissing", field, day.On));
        }

        if (head is { Layer: CalendarLayer.National, IsAmendment: false }) refusals.AddRange(Missing(head.Year, days, field));
        return refusals;
    }

    /// <summary>The days around New Year may lie in the December before.</summary>
    private static bool Belongs(int year, NoticeDay day) => day.On.Year == year || (day.On.Year == year - 1 && day.On is { Month: 12, Day: >= 25 });

    // A festival on a weekend needs no mention: 与周末连休.
    private static IEnumerable<Refusal> Missing(int year, IReadOnlyList<NoticeDay> days, string field) => Festivals.Statutory(year)
        .Where(f => !days.Any(d => d.On == f.On && d.Kind == CalendarDayKind.Holiday)
            && (!WorkingDayCalendar.IsWeekend(f.On) || days.Any(d => d.On == f.On && d.Kind == CalendarDayKind.Workday)))
        .Select(f => new Refusal("Calendar.FestivalMissing", field, f.Name, f.On));
}
