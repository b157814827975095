using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>The notices as the product ships them, every one signed off on the first day of its year.</summary>
internal static class ShippedCalendar
{
    /// <summary>The national layer alone.</summary>
    public static WorkingDayCalendar Calendar { get; } = new(Notices(), RegionalFestival.None);

    /// <summary>With 壮族三月三 from the lunisolar calendar.</summary>
    public static WorkingDayCalendar InGuangxi { get; } = new(Notices());

    /// <summary>All notices, signed off; amendments on the day after they were issued.</summary>
    public static IReadOnlyList<HolidayNotice> Notices()
    {
        var notices = CalendarSeed.Notices(new TestClock().Now);
        foreach (var notice in notices) notice.SignOff(BusinessClock.Utc(notice.IssuedOn.AddDays(1), new TimeOnly(9, 0)), Guid.NewGuid());
        return notices;
    }
}
