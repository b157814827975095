using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Pages.Admin;

/// <summary>How long a task still has, in words.</summary>
public static class TaskWords
{
    /// <summary>剩余5个工作日, 今日到期, 逾期2个工作日 as on every other page; 还有 5 小时 for limits in hours; empty without a limit.</summary>
    public static string Left(DeskTask task, DateTime now, WorkingDayCalendar calendar)
    {
        if (task.DueAt is { } at) return at <= now ? "已逾期 " + Span(now - at) : "还有 " + Span(at - now);
        return task.Left(calendar, BusinessClock.BeijingDate(now)) is { } left ? DueWords.Of(left) : "";
    }

    /// <summary>A time of the clock: 3 天 4 小时, 4 小时 20 分, 20 分钟.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => $"{span.Days} 天{(span.Hours > 0 ? $" {span.Hours} 小时" : "")}",
        { TotalHours: >= 1 } => $"{(int)span.TotalHours} 小时{(span.Minutes > 0 ? $" {span.Minutes} 分" : "")}",
        _ => $"{Math.Max(1, span.Minutes)} 分钟",
    };
}
