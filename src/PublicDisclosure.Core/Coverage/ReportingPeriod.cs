using System.Globalization;
using PublicDisclosure.Core.Limits;

namespace PublicDisclosure.Core.Coverage;

/// <summary>A stretch of the calendar about which something is published: 2026年第三季度.</summary>
/// <param name="Length">Its length.</param>
/// <param name="From">First day.</param>
public sealed record ReportingPeriod(RecurrencePeriod Length, DateOnly From)
{
    private int Months => Length switch { RecurrencePeriod.Month => 1, RecurrencePeriod.Quarter => 3, RecurrencePeriod.HalfYear => 6, _ => 12 };

    /// <summary>Last day.</summary>
    public DateOnly To => From.AddMonths(Months).AddDays(-1);

    /// <summary>The one after it.</summary>
    public ReportingPeriod Next => this with { From = From.AddMonths(Months) };

    /// <summary>The one before it.</summary>
    public ReportingPeriod Previous => this with { From = From.AddMonths(-Months) };

    /// <summary>Short form that sorts by time and stays the same for good: 2026-Q3, 2026-07, 2026-H1, 2026.</summary>
    public string Key => Length switch
    {
        RecurrencePeriod.Month => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        RecurrencePeriod.Quarter => string.Create(CultureInfo.InvariantCulture, $"{From.Year}-Q{(From.Month + 2) / 3}"),
        RecurrencePeriod.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{From.Year}-H{(From.Month + 5) / 6}"),
        _ => From.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>As people say it: 2026年第3季度.</summary>
    public string Label => Length switch
    {
        RecurrencePeriod.Month => string.Create(CultureInfo.InvariantCulture, $"{From.Year}年{From.Month}月"),
        RecurrencePeriod.Quarter => string.Create(CultureInfo.InvariantCulture, $"{From.Year}年第{(From.Month + 2) / 3}季度"),
        RecurrencePeriod.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{From.Year}年{(From.Month == 1 ? "上" : "下")}半年"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{From.Year}年度"),
    };

    /// <summary>As the title of a document says it: 2026年第三季度, 2026年7月份. <see cref="PeriodWords.In"/> reads it back.</summary>
    public string TitleWords => Length switch
    {
        RecurrencePeriod.Month => Label + "份",
        RecurrencePeriod.Quarter => string.Create(CultureInfo.InvariantCulture, $"{From.Year}年第{"一二三四"[(From.Month - 1) / 3]}季度"),
        _ => Label,
    };

    /// <summary>The day lies in it.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>The period that a day lies in.</summary>
    public static ReportingPeriod Of(RecurrencePeriod length, DateOnly day) => length switch
    {
        RecurrencePeriod.Month => new(length, new DateOnly(day.Year, day.Month, 1)),
        RecurrencePeriod.Quarter => new(length, new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1)),
        RecurrencePeriod.HalfYear => new(length, new DateOnly(day.Year, day.Month <= 6 ? 1 : 7, 1)),
        _ => new(length, new DateOnly(day.Year, 1, 1)),
    };

    /// <summary>
    /// Every period of a duty that is followed from a day on, up to the one that runs today. The period that was running when the
    /// duty began counts: what it is about becomes due after its end.
    /// </summary>
    public static IEnumerable<ReportingPeriod> Of(RecurrencePeriod length, DateOnly trackedFrom, DateOnly today)
    {
        for (var period = Of(length, trackedFrom); period.From <= today; period = period.Next) yield return period;
    }

    /// <summary>The period of a key; null when it is none.</summary>
    public static ReportingPeriod? Parse(string? key)
    {
        var match = PeriodWords.Key().Match(key ?? "");
        if (!match.Success) return null;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["month"] is { Success: true } month ? new(RecurrencePeriod.Month, new DateOnly(year, int.Parse(month.ValueSpan, CultureInfo.InvariantCulture), 1))
            : match.Groups["quarter"] is { Success: true } quarter ? new(RecurrencePeriod.Quarter, new DateOnly(year, (int.Parse(quarter.ValueSpan, CultureInfo.InvariantCulture) * 3) - 2, 1))
            : match.Groups["half"] is { Success: true } half ? new(RecurrencePeriod.HalfYear, new DateOnly(year, half.ValueSpan[0] == '1' ? 1 : 7, 1))
            : new(RecurrencePeriod.Year, new DateOnly(year, 1, 1));
    }
}
