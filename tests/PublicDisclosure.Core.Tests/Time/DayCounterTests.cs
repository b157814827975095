using PublicDisclosure.Core.Tests.Disclosures;
using PublicDisclosure.Core.Time;
using static PublicDisclosure.Core.Tests.Time.DatedCases;

namespace PublicDisclosure.Core.Tests.Time;

/// <summary>What every step of a count says, longer units, stops and lateness.</summary>
public sealed class DayCounterTests
{
    private static readonly WorkingDayCalendar Shipped = ShippedCalendar.Calendar;

    [Fact]
    public void Explain_NationalDay2025_NamesEveryDay()
    {
        var got = Shipped.Explain(Day("2025-09-26"), new LimitSpan(5, LimitUnit.WorkingDay));

        Assert.Equal(
            [
                "09-26 Start 0 ", "09-27 Weekend 0 ", "09-28 CountedMakeUp 1 国庆节、中秋节", "09-29 Counted 2 ", "09-30 Counted 3 ",
                "10-01 Holiday 0 国庆节、中秋节", "10-02 Holiday 0 国庆节、中秋节", "10-03 Holiday 0 国庆节、中秋节", "10-04 Holiday 0 国庆节、中秋节", "10-05 Holiday 0 国庆节、中秋节",
                "10-06 Holiday 0 国庆节、中秋节", "10-07 Holiday 0 国庆节、中秋节", "10-08 Holiday 0 国庆节、中秋节", "10-09 Counted 4 ", "10-10 Counted 5 ",
            ],
            got.Steps.Select(s => $"{s.On:MM-dd} {s.Mark} {s.Number} {s.Day.Name}"));
        Assert.Equal(["国办发明电〔2024〕12号"], got.Notices.Select(n => n.Number));
    }

    [Fact]
    public void Explain_NaturalDays_CountHolidaysAndRollOffTheLast()
    {
        var got = Shipped.Explain(Day("2025-09-28"), new LimitSpan(5, LimitUnit.Day));

        Assert.Equal(["Start", "Counted", "Counted", "Counted", "Counted", "Counted", "Rolled", "Rolled", "Rolled", "Rolled", "Rolled", "RolledTo"], got.Steps.Select(s => s.Mark.ToString()));
        Assert.Equal((Day("2025-10-03"), Day("2025-10-09"), 5, true), (got.Unrolled, got.End, got.Counted, got.IsRolled));
    }

    [Fact]
    public void Explain_BeforeAnEvent_LeavesItsDayOutAndRunsInTheOrderOfTime()
    {
        var got = Shipped.Explain(Day("2025-10-10"), new LimitSpan(3, LimitUnit.WorkingDay, LimitDirection.Before));

        Assert.Equal(Day("2025-09-29"), got.End);
        Assert.Equal(("09-29", "10-10"), ($"{got.Steps[0].On:MM-dd}", $"{got.Steps[^1].On:MM-dd}"));
        Assert.Equal(DayMark.Start, got.Steps[^1].Mark);
        Assert.Equal(3, got.Counted);
    }

    [Theory]
    [InlineData("2026-01-31", 1, LimitUnit.Month, "2026-02-28")]
    [InlineData("2025-12-31", 6, LimitUnit.Month, "2026-06-30")]
    [InlineData("2025-11-30", 1, LimitUnit.Quarter, "2026-02-28")]
    [InlineData("2024-02-29", 1, LimitUnit.Year, "2025-02-28")]
    [InlineData("2025-07-01", 3, LimitUnit.Month, "2025-10-09")]
    [InlineData("2026-02-11", 1, LimitUnit.Week, "2026-02-24")]
    public void Explain_LongerUnits_EndByDateAndRoll(string start, int amount, LimitUnit unit, string end)
    {
        var got = Shipped.Explain(Day(start), new LimitSpan(amount, unit));

        Assert.Equal(Day(end), got.End);
        Assert.Equal(0, got.Counted);
        Assert.Equal(got.Unrolled, got.Steps.Single(s => s.Mark == DayMark.End).On);
    }

    [Fact]
    public void Explain_PauseOfThreeWorkingDays_MovesTheEndByThree()
    {
        var plain = Shipped.Explain(Day("2025-09-22"), LimitSpan.Statutory);
        // Friday to Wednesday over an exchanged Sunday: 26, 28, 29, 30 September are worked.
        var stopped = Shipped.Explain(Day("2025-09-22"), LimitSpan.Statutory, [new DayPause(Day("2025-09-26"), Day("2025-09-30"))]);

        Assert.Equal(4, Shipped.WorkingDaysBetween(plain.End, stopped.End));
        Assert.Equal(5, stopped.Steps.Count(s => s.Mark == DayMark.Paused));
        Assert.Equal(20, stopped.Counted);
    }

    [Fact]
    public void Explain_PauseInALongLimit_LengthensItAlsoIntoTheNextPause()
    {
        var got = Shipped.Explain(Day("2026-03-02"), new LimitSpan(1, LimitUnit.Month), [new DayPause(Day("2026-03-10"), Day("2026-03-12")), new DayPause(Day("2026-04-03"), Day("2026-04-06"))]);

        // 2 April, three days on is 5 April, of whose days three are stopped, and so on to 9 April.
        Assert.Equal(Day("2026-04-09"), got.Unrolled);
    }

    [Fact]
    public void Explain_NoLimitOrAStopBeforeAnEvent_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Shipped.Explain(Day("2026-03-02"), new LimitSpan(0, LimitUnit.WorkingDay)));
        Assert.Throws<ArgumentException>(() => Shipped.Explain(
            Day("2026-03-02"), new LimitSpan(3, LimitUnit.WorkingDay, LimitDirection.Before), [new DayPause(Day("2026-02-25"), Day("2026-02-25"))]));
    }

    [Theory]
    [InlineData("2025-09-30", "2025-09-30", LimitUnit.WorkingDay, null)]
    [InlineData("2025-09-30", "2025-10-08", LimitUnit.WorkingDay, "0+0")]
    [InlineData("2025-09-30", "2025-10-11", LimitUnit.WorkingDay, "3+0")]
    [InlineData("2025-09-30", "2025-10-08", LimitUnit.Day, "8+0")]
    [InlineData("2025-09-30", "2025-10-08", LimitUnit.Week, "1+1")]
    [InlineData("2025-09-30", "2026-01-08", LimitUnit.Month, "3+9")]
    [InlineData("2025-09-30", "2025-10-01", LimitUnit.Year, "0+1")]
    public void Lateness_InEachUnit_IsInThatUnit(string due, string actual, LimitUnit unit, string? expected)
    {
        var late = Lateness.Of(Shipped, Day(due), Day(actual), unit);

        Assert.Equal(expected, late is null ? null : $"{late.Whole}+{late.RestDays}");
    }

    [Theory]
    [InlineData(2026, 12, 31, 15, 59, "2026-12-31")]
    [InlineData(2026, 12, 31, 16, 0, "2027-01-01")]
    [InlineData(2026, 2, 28, 16, 0, "2026-03-01")]
    public void BeijingDate_AroundMidnightAndYearEnd_TurnsAtEightHoursBeforeUtc(int y, int m, int d, int h, int min, string day) =>
        Assert.Equal(Day(day), BusinessClock.BeijingDate(new DateTime(y, m, d, h, min, 0, DateTimeKind.Utc)));

    [Fact]
    public void Estimates_StoredAndRead_AreTheSame()
    {
        Estimate[] reasons = [new(EstimateReason.RegionalComputed, 2026), new(EstimateReason.YearNotSigned, 2027)];

        Assert.Equal("2026 RegionalComputed;2027 YearNotSigned", Estimate.Write(reasons));
        Assert.Equal(reasons, Estimate.Read(Estimate.Write(reasons)));
        Assert.Empty(Estimate.Read(""));
        Assert.Empty(Estimate.Read("x YearNotSigned;2027 Never;2027"));
        Assert.True(Estimate.Write(Enumerable.Range(2020, 9).Select(y => new Estimate(EstimateReason.RegionalComputed, y))).Length <= Estimate.StoredLength);
    }
}
