using System.Globalization;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>The State Council's holidays and exchanged working days as the product ships them.</summary>
internal static class ShippedCalendar
{
    public static WorkingDayCalendar Calendar { get; } = new(Days());

    public static IReadOnlyList<CalendarDay> Days() => [.. SeedTable.Read("calendar/holidays.csv").Select(row => CalendarDay.Create(
        DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        row["kind"] == "workday" ? CalendarDayKind.Workday : CalendarDayKind.Holiday, row["name"]))];
}
