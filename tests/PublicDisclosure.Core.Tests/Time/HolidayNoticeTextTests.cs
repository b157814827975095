using System.Text;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tests.Disclosures;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Tests.Time;

/// <summary>Reading a notice as printed or as a table, and what is said of a bad one.</summary>
public sealed class HolidayNoticeTextTests
{
    private const string Notice2026 = """
        各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
        经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
        一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
        节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
        国务院办公厅
        2025年11月4日
        """;

    private static readonly NoticeHead Head = new(CalendarLayer.National, 2026, false, "国办发明电〔2025〕7号", "国务院办公厅关于2026年部分节假日安排的通知", new DateOnly(2025, 11, 4), "");

    [Fact]
    public void Read_WholeNotice_GivesTheDaysOfTheTable()
    {
        var (days, refusals) = HolidayNoticeText.Read(2026, Notice2026);

        Assert.Empty(refusals);
        Assert.Empty(NoticeChecks.Days(Head, days));
        Assert.Equal(DatedCases.Holidays.Where(h => h.On.Year == 2026).Select(h => (h.On, h.IsHoliday)).Order(), days.Select(d => (d.On, d.Kind == CalendarDayKind.Holiday)).Order());
        Assert.Equal("春节", days.Single(d => d.On == new DateOnly(2026, 2, 28)).Name);
    }

    [Theory]
    [InlineData("国庆节：10月1日（周五）至7日放假，共7天。", "Calendar.WeekdayDiffers")]
    [InlineData("国庆节：10月1日至7日放假，共8天。", "Calendar.CountDiffers")]
    [InlineData("国庆节：10月7日至1日放假。", "Calendar.RangeBackwards")]
    [InlineData("国庆节：10月32日放假。", "Calendar.DateImpossible")]
    [InlineData("元旦：2月30日放假。", "Calendar.DateImpossible")]
    [InlineData("国庆节：10月1日至7日。", "Calendar.DateWithoutWord")]
    [InlineData("国庆节：3日放假。", "Calendar.DateImpossible")]
    [InlineData("10月1日至7日放假", "Calendar.TextWithoutFestivals")]
    public void Read_Slips_AreNamed(string text, string code) => Assert.Contains(code, HolidayNoticeText.Read(2026, text).Refusals.Select(r => r.Code));

    [Theory]
    [InlineData("元旦：12月30日至1月1日放假，共3天。", 2018, 12, 30)]
    [InlineData("元旦：2018年12月30日至2019年1月1日放假，共3天。", 2018, 12, 30)]
    [InlineData("三月三：4月7日—8日放假。", 2019, 4, 7)]
    [InlineData("一、国庆节：10月1日、2日放假。", 2019, 10, 1)]
    public void Read_Variants_AreUnderstood(string text, int year, int month, int day)
    {
        var (days, refusals) = HolidayNoticeText.Read(2019, text);

        Assert.Empty(refusals);
        Assert.Equal(new DateOnly(year, month, day), days.Min(d => d.On));
        Assert.True(days.Count > 1);
    }

    [Fact]
    public void Days_FestivalLeftOut_IsMissing()
    {
        var (days, _) = HolidayNoticeText.Read(2026, Notice2026.Replace("五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n", "", StringComparison.Ordinal));

        var refusal = Assert.Single(NoticeChecks.Days(Head, days));
        Assert.Equal(("Calendar.FestivalMissing", "端午节"), (refusal.Code, refusal.Arguments[0]));
    }

    [Theory]
    [InlineData("2026-10-01", CalendarDayKind.Workday, "Calendar.DayContradicts")]
    [InlineData("2026-10-01", CalendarDayKind.Holiday, "Calendar.DayTwice")]
    [InlineData("2027-10-01", CalendarDayKind.Holiday, "Calendar.DayOutOfYear")]
    [InlineData("2025-11-30", CalendarDayKind.Holiday, "Calendar.DayOutOfYear")]
    [InlineData("2026-10-14", CalendarDayKind.Workday, "Calendar.WorkdayNotWeekend")]
    [InlineData("2026-10-14", CalendarDayKind.Ordinary, "Calendar.OrdinaryOnlyInAmendment")]
    public void Days_OneBadDay_IsNamedAlone(string day, CalendarDayKind kind, string code)
    {
        var (days, _) = HolidayNoticeText.Read(2026, Notice2026);

        var refusal = Assert.Single(NoticeChecks.Days(Head, [.. days, new NoticeDay(DatedCases.Day(day), kind, "国庆节")]));

        Assert.Equal((code, (object)DatedCases.Day(day)), (refusal.Code, refusal.Arguments[0]));
    }

    [Fact]
    public void ReadFile_MixedRows_TakesTheGoodAndNamesTheOthersByRow()
    {
        var (days, refusals) = HolidayNoticeFile.Read(Encoding.UTF8.GetBytes("日期,类型,名称\n2026-10-01,放假,国庆节\n2026/10/10,上班,国庆节\n十月二日,放假,国庆节\n2026-10-03,休息,国庆节\n"));

        Assert.Equal([new NoticeDay(new DateOnly(2026, 10, 1), CalendarDayKind.Holiday, "国庆节"), new NoticeDay(new DateOnly(2026, 10, 10), CalendarDayKind.Workday, "国庆节")], days);
        Assert.Equal([new Refusal("Calendar.RowDate", "Csv", 4, "十月二日"), new Refusal("Calendar.RowKind", "Csv", 5, "休息")], refusals);
    }

    [Theory]
    [InlineData("", "Calendar.FileEmpty")]
    [InlineData("甲,乙\n1,2\n", "Calendar.FileHeadings")]
    public void ReadFile_NoTable_SaysSo(string text, string code) => Assert.Equal([code], HolidayNoticeFile.Read(Encoding.UTF8.GetBytes(text)).Refusals.Select(r => r.Code));

    [Fact]
    public void ReadFile_TheTableOfHolidays_IsUnderstood() =>
        Assert.Empty(HolidayNoticeFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Time", "holidays.csv"))).Refusals);

    [Fact]
    public void SignedNotice_DaysOrSecondSignature_AreRefused()
    {
        var notice = ShippedCalendar.Notices()[0];

        Assert.Equal(["Calendar.NoticeIsSigned"], Assert.Throws<RuleViolationException>(() => notice.ReplaceDays([])).Refusals.Select(r => r.Code));
        Assert.Equal(["Calendar.NoticeIsSigned"], Assert.Throws<RuleViolationException>(() => notice.SignOff(notice.ImportedAt, Guid.NewGuid())).Refusals.Select(r => r.Code));
    }
}
