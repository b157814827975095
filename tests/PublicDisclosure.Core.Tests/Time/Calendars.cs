using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Tests.Time;

/// <summary>Makes signed-off notices for tests.</summary>
internal static class Calendars
{
    private static readonly DateTime Now = BusinessClock.Utc(new DateOnly(2018, 1, 2), new TimeOnly(9, 0));

    public static HolidayNotice Signed(CalendarLayer layer, int year, params (string On, CalendarDayKind Kind)[] days) =>
        Signed(layer, year, isAmendment: false, [.. days.Select(d => new NoticeDay(DatedCases.Day(d.On), d.Kind, "节日"))]);

    public static HolidayNotice Signed(CalendarLayer layer, int year, bool isAmendment, IReadOnlyList<NoticeDay> days)
    {
        var head = new NoticeHead(layer, year, isAmendment, $"{layer}{year}{isAmendment}", "通知", new DateOnly(year, 1, 1), "");
        var notice = HolidayNotice.Enter(Guid.NewGuid(), head, days, Now, null);
        notice.SignOff(Now, Guid.NewGuid());
        return notice;
    }
}
