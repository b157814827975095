using System.Globalization;

namespace PublicDisclosure.Core.Time;

/// <summary>
/// The festivals whose days the law fixes itself, computed for years without a signed-off notice: 全国年节及纪念日放假办法 (State
/// Council Order 644, from 2014; Order 795, from 2025, adds the eve of the spring festival and 2 May), and 壮族三月三 of
/// 广西壮族自治区少数民族习惯节日放假办法 (two days). Exchanged weekends (调休) cannot be computed: only a notice says them.
/// </summary>
public static class Festivals
{
    private const string NewYear = "元旦", Spring = "春节", Tomb = "清明节", Labour = "劳动节", Dragon = "端午节", MidAutumn = "中秋节", National = "国庆节";

    /// <summary>Name of the regional festival.</summary>
    public const string MarchThirdName = "壮族三月三";

    private static readonly ChineseLunisolarCalendar Lunisolar = new();

    /// <summary>The statutory days of a year, in order.</summary>
    public static IReadOnlyList<NoticeDay> Statutory(int year)
    {
        var days = new List<NoticeDay>();
        Add(NewYear, new DateOnly(year, 1, 1));
        if (Lunar(year, 1, 1) is { } first)
            for (var i = year >= 2025 ? -1 : 0; i < 3; i++) Add(Spring, first.AddDays(i));
        Add(Tomb, ClearBright(year));
        Add(Labour, new DateOnly(year, 5, 1));
        if (year >= 2025) Add(Labour, new DateOnly(year, 5, 2));
        Add(Dragon, Lunar(year, 5, 5));
        Add(MidAutumn, Lunar(year, 8, 15));
        for (var i = 1; i <= 3; i++) Add(National, new DateOnly(year, 10, i));
        // Mid-autumn may fall on a day of the national holiday.
        return [.. days.DistinctBy(d => d.On).OrderBy(d => d.On)];

        void Add(string name, DateOnly? on)
        {
            if (on is { } day) days.Add(new NoticeDay(day, CalendarDayKind.Holiday, name));
        }
    }

    /// <summary>The two days of 壮族三月三; empty where the lunisolar calendar does not reach (before 1902, after 2100).</summary>
    public static IReadOnlyList<NoticeDay> MarchThird(int year) => Lunar(year, 3, 3) is { } third
        ? [new(third, CalendarDayKind.Holiday, MarchThirdName), new(third.AddDays(1), CalendarDayKind.Holiday, MarchThirdName)]
        : [];

    /// <summary>The day of the lunar year that begins in <paramref name="year"/>; month as people count it, leap months apart.</summary>
    internal static DateOnly? Lunar(int year, int month, int day)
    {
        if (year < 1902 || year > 2100) return null;
        // A leap month takes a number of its own: 13 months in that year, the later ones moved by one.
        var leap = Lunisolar.GetLeapMonth(year);
        if (leap > 0 && month >= leap) month++;
        return DateOnly.FromDateTime(Lunisolar.ToDateTime(year, month, day, 0, 0, 0, 0));
    }

    /// <summary>清明, the solar term: the usual formula for this century, which agrees with every notice from 2014 to 2026.</summary>
    internal static DateOnly ClearBright(int year)
    {
        var short2 = year % 100;
        return new DateOnly(year, 4, (int)((short2 * 0.2422) + 4.81) - (short2 / 4));
    }
}
