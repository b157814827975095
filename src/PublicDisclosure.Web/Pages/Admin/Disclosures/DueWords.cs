using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>How long until a due date, or how late, in the limit's own unit.</summary>
public static class DueWords
{
    /// <summary>剩余5个工作日, 今日到期, 逾期2个工作日, 逾期1周3日.</summary>
    public static string Of(TimeLeft left) => left.Late is { } late ? "逾期" + Of(late)
        : left.Days == 0 ? "今日到期" : "剩余" + TimeLimitWords.Length(new LimitSpan(left.Days, left.Unit), Words.Of);

    /// <summary>2个工作日, 1周3日, 不足1个工作日.</summary>
    public static string Of(Lateness late) => (late.Whole, late.RestDays) switch
    {
        (0, 0) => "不足1个工作日",
        (0, var days) => $"{days}日",
        (var whole, 0) => TimeLimitWords.Length(new LimitSpan(whole, late.Unit), Words.Of),
        var (whole, days) => $"{TimeLimitWords.Length(new LimitSpan(whole, late.Unit), Words.Of)}{days}日",
    };
}
