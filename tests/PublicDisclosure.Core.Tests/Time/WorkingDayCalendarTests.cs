using PublicDisclosure.Core.Tests.Disclosures;
using PublicDisclosure.Core.Time;
using static PublicDisclosure.Core.Tests.Time.DatedCases;

namespace PublicDisclosure.Core.Tests.Time;

/// <summary>The shipped notices against the table of days, and the dated cases.</summary>
public sealed class WorkingDayCalendarTests
{
    [Fact]
    public void Notices_AsPrinted_GiveTheDaysOfTheTable()
    {
        var table = Holidays.ToDictionary(h => h.On, h => h.IsHoliday);
        var wrong = new List<string>();
        for (var day = new DateOnly(2019, 1, 1); day <= new DateOnly(2026, 12, 31); day = day.AddDays(1))
        {
            var works = table.TryGetValue(day, out var holiday) ? !holiday : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            if (ShippedCalendar.Calendar.IsWorkingDay(day) != works) wrong.Add($"{day:yyyy-MM-dd}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Explain_DatedCases_EndAsWorkedOutAndCountAsManyDaysAsTheLimit()
    {
        Assert.True(All.Count >= 60, $"{All.Count} cases");
        var wrong = new List<string>();
        foreach (var c in All)
        {
            var got = (c.InGuangxi ? ShippedCalendar.InGuangxi : ShippedCalendar.Calendar).Explain(c.Start, c.Span);
            if (got.End != c.Due) wrong.Add($"{c.Start:yyyy-MM-dd} {c.Span.Amount} {c.Span.Unit} {c.Span.Direction}: {got.End:yyyy-MM-dd}, expected {c.Due:yyyy-MM-dd} ({c.Note})");
            if (c.Span.CountsDays && got.Counted != c.Span.Amount) wrong.Add($"{c.Start:yyyy-MM-dd}: {got.Counted} cells for {c.Span.Amount}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void DatedCases_EveryExchangedWeekendOfSpringAndNationalDay_IsThere()
    {
        var exchanged = Holidays.Where(h => !h.IsHoliday && h.Name is ("春节" or "国庆节")).Select(h => h.On).ToList();

        Assert.Equal(31, exchanged.Count);
        Assert.Empty(exchanged.Except(All.Where(c => c.Span is { Amount: 1, Unit: LimitUnit.WorkingDay }).Select(c => c.Due)));
    }

    [Theory]
    [InlineData("2026-10-10", DayStatus.MakeUpWorkday, "国庆节")]
    [InlineData("2026-10-01", DayStatus.Holiday, "国庆节")]
    [InlineData("2026-10-08", DayStatus.Workday, "")]
    [InlineData("2026-10-11", DayStatus.Weekend, "")]
    [InlineData("2022-12-31", DayStatus.Holiday, "元旦")]
    [InlineData("2019-05-05", DayStatus.MakeUpWorkday, "劳动节")]
    [InlineData("2020-02-01", DayStatus.Holiday, "春节")]
    public void Day_OfTheShippedYears_IsNamed(string day, DayStatus status, string name)
    {
        var date = ShippedCalendar.Calendar.Day(DatedCases.Day(day));

        Assert.Equal((status, name, (EstimateReason?)null), (date.Status, date.Name, date.Estimate));
    }

    [Theory]
    [InlineData("2019-03-01", "2019-05-02", true)]
    [InlineData("2019-04-01", "2019-05-02", false)]
    [InlineData("2020-01-20", "2020-02-01", true)]
    [InlineData("2020-02-01", "2020-02-01", false)]
    public void AsOf_BeforeAnAmendment_IsTheCalendarOfThatDay(string asOf, string day, bool works)
    {
        var calendar = new WorkingDayCalendar(ShippedCalendar.Notices(), RegionalFestival.None, BusinessClock.Utc(DatedCases.Day(asOf), new TimeOnly(12, 0)));

        Assert.Equal(works, calendar.IsWorkingDay(DatedCases.Day(day)));
    }

    [Fact]
    public void Explain_ThroughAYearNobodySigned_IsEstimatedWithTheReason()
    {
        var across = ShippedCalendar.Calendar.Explain(DatedCases.Day("2026-12-20"), LimitSpan.Statutory);
        var within = ShippedCalendar.Calendar.Explain(DatedCases.Day("2026-11-20"), LimitSpan.Statutory);

        Assert.Equal([new Estimate(EstimateReason.YearNotSigned, 2027)], across.Estimates);
        // New Year's day is a holiday by law, signed notice or not.
        Assert.Equal(DatedCases.Day("2027-01-18"), across.End);
        Assert.False(within.IsEstimated);
    }

    [Fact]
    public void Explain_AcrossTheComputedMarchThird_IsEstimated()
    {
        Assert.Equal([new Estimate(EstimateReason.RegionalComputed, 2025)], ShippedCalendar.InGuangxi.Explain(DatedCases.Day("2025-03-26"), LimitSpan.Statutory).Estimates);
        Assert.False(ShippedCalendar.InGuangxi.Explain(DatedCases.Day("2025-04-01"), new LimitSpan(5, LimitUnit.WorkingDay)).IsEstimated);
        // A count of natural days looks at the calendar only where it ends.
        Assert.False(ShippedCalendar.InGuangxi.Explain(DatedCases.Day("2025-03-26"), new LimitSpan(20, LimitUnit.Day)).IsEstimated);
        Assert.True(ShippedCalendar.InGuangxi.Explain(DatedCases.Day("2025-03-11"), new LimitSpan(20, LimitUnit.Day)).IsEstimated);
    }

    [Fact]
    public void Day_RegionalNoticeSigned_StandsAboveTheNationAndEndsTheEstimate()
    {
        var regional = Calendars.Signed(CalendarLayer.Regional, 2026, ("2026-04-20", CalendarDayKind.Holiday), ("2026-04-21", CalendarDayKind.Holiday), ("2026-05-04", CalendarDayKind.Workday));
        var calendar = new WorkingDayCalendar([.. ShippedCalendar.Notices(), regional]);

        Assert.True(calendar.IsWorkingDay(DatedCases.Day("2026-05-04")));
        Assert.Equal(DatedCases.Day("2026-04-22"), calendar.AddWorkingDays(DatedCases.Day("2026-04-17"), 1));
        Assert.False(calendar.Explain(DatedCases.Day("2026-04-17"), new LimitSpan(1, LimitUnit.WorkingDay)).IsEstimated);
    }

    [Fact]
    public void Notices_NotSignedOff_DoNotCount()
    {
        var calendar = new WorkingDayCalendar(Core.Data.Seed.CalendarSeed.Notices(new TestKit.TestClock().Now), RegionalFestival.None);

        Assert.False(calendar.Knows(2026));
        Assert.True(calendar.IsWorkingDay(DatedCases.Day("2026-10-07")));
        Assert.False(calendar.IsWorkingDay(DatedCases.Day("2026-10-01")));
    }

    [Fact]
    public void Festivals_EveryShippedYear_AreHolidaysOfItsNotice()
    {
        foreach (var year in Enumerable.Range(2019, 8))
            Assert.All(Festivals.Statutory(year), f => Assert.False(ShippedCalendar.Calendar.IsWorkingDay(f.On), $"{f.Name} {f.On:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData(2019, "2019-04-07")]
    [InlineData(2020, "2020-03-26")]
    [InlineData(2021, "2021-04-14")]
    [InlineData(2023, "2023-04-22")]
    [InlineData(2025, "2025-03-31")]
    [InlineData(2026, "2026-04-19")]
    public void MarchThird_Years_AreTheLunisolarCalendars(int year, string first) => Assert.Equal(DatedCases.Day(first), Festivals.MarchThird(year)[0].On);

    [Fact]
    public void MarchThird_BeyondTheLunisolarCalendar_IsNotGuessed() => Assert.Empty(Festivals.MarchThird(2101));
}
