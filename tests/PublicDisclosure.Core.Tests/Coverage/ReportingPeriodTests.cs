using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Limits;

namespace PublicDisclosure.Core.Tests.Coverage;

public class ReportingPeriodTests
{
    [Theory]
    [InlineData(RecurrencePeriod.Month, "2026-02-28", "2026-02", "2026年2月", "2026-02-01", "2026-02-28")]
    [InlineData(RecurrencePeriod.Month, "2024-02-29", "2024-02", "2024年2月", "2024-02-01", "2024-02-29")]
    [InlineData(RecurrencePeriod.Quarter, "2026-01-01", "2026-Q1", "2026年第1季度", "2026-01-01", "2026-03-31")]
    [InlineData(RecurrencePeriod.Quarter, "2026-12-31", "2026-Q4", "2026年第4季度", "2026-10-01", "2026-12-31")]
    [InlineData(RecurrencePeriod.HalfYear, "2026-06-30", "2026-H1", "2026年上半年", "2026-01-01", "2026-06-30")]
    [InlineData(RecurrencePeriod.HalfYear, "2026-07-01", "2026-H2", "2026年下半年", "2026-07-01", "2026-12-31")]
    [InlineData(RecurrencePeriod.Year, "2026-07-01", "2026", "2026年度", "2026-01-01", "2026-12-31")]
    public void Of_Day_IsThePeriodAroundIt(RecurrencePeriod length, string day, string key, string label, string from, string to)
    {
        var period = ReportingPeriod.Of(length, Day(day));

        Assert.Equal((key, label, Day(from), Day(to)), (period.Key, period.Label, period.From, period.To));
        Assert.True(period.Contains(Day(day)));
        Assert.Equal(period, ReportingPeriod.Parse(key));
        Assert.Equal(period.To.AddDays(1), period.Next.From);
        Assert.Equal(period, period.Next.Previous);
    }

    [Fact]
    public void Of_TrackedInTheMiddle_BeginsWithTheRunningPeriodAndEndsWithTodays()
    {
        var keys = ReportingPeriod.Of(RecurrencePeriod.Quarter, new DateOnly(2025, 8, 20), new DateOnly(2026, 4, 1)).Select(p => p.Key);

        Assert.Equal(["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"], keys);
        Assert.Empty(ReportingPeriod.Of(RecurrencePeriod.Month, new DateOnly(2026, 5, 1), new DateOnly(2026, 4, 30)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2026-Q5")]
    [InlineData("2026-13")]
    [InlineData("2026-H3")]
    [InlineData("26-Q1")]
    [InlineData("2026-Q1 ")]
    public void Parse_NoKey_IsNull(string? key) => Assert.Null(ReportingPeriod.Parse(key));

    [Theory]
    [InlineData("木乐镇2026年第三季度临时救助情况", RecurrencePeriod.Quarter, "2026-Q3")]
    [InlineData("木乐镇2026年三季度临时救助情况", RecurrencePeriod.Quarter, "2026-Q3")]
    [InlineData("2026年第1季度城乡低保资金公示", RecurrencePeriod.Quarter, "2026-Q1")]
    [InlineData("2026年3月份最低生活保障资金发放", RecurrencePeriod.Month, "2026-03")]
    [InlineData("2026年十二月特困供养", RecurrencePeriod.Month, "2026-12")]
    [InlineData("2026年十月特困供养", RecurrencePeriod.Month, "2026-10")]
    [InlineData("2026年上半年政务公开工作情况", RecurrencePeriod.HalfYear, "2026-H1")]
    [InlineData("2025年度部门决算", RecurrencePeriod.Year, "2025")]
    [InlineData("2025年全年救助数据", RecurrencePeriod.Year, "2025")]
    public void In_TitleNamesAPeriod_ReadsIt(string title, RecurrencePeriod length, string key) => Assert.Equal(key, PeriodWords.In(title, length)?.Key);

    [Theory]
    [InlineData("关于做好2026年冬春救助工作的通知", RecurrencePeriod.Quarter)]
    [InlineData("2026年3月5日会议纪要", RecurrencePeriod.Month)] // a date, not a month
    [InlineData("2026年三月五日会议纪要", RecurrencePeriod.Month)]
    [InlineData("2026年第一季度、2026年第二季度临时救助情况", RecurrencePeriod.Quarter)] // two: the title decides nothing
    [InlineData("2026年第三季度临时救助情况", RecurrencePeriod.Month)]
    [InlineData("2026年部门预算", RecurrencePeriod.Year)] // 年 alone may be anything
    public void In_TitleNamesNone_IsNull(string title, RecurrencePeriod length) => Assert.Null(PeriodWords.In(title, length));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
