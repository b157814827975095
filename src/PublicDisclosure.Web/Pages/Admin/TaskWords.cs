using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Admin;

/// <summary>How long a task still has, in words.</summary>
public static class TaskWords
{
    /// <summary>已逾期 3 天, 今天到期, 还有 5 小时; empty without a limit.</summary>
    public static string Left(DeskTask task, DateTime now)
    {
        if (task.DueAt is { } at) return at <= now ? "已逾期 " + Span(now - at) : "还有 " + Span(at - now);
        if (task.DueOn is not { } on) return "";
        var days = on.DayNumber - BusinessClock.BeijingDate(now).DayNumber;
        return days switch
        {
            < 0 => $"已逾期 {-days} 天",
            0 => "今天到期",
            _ => $"还有 {days} 天",
        };
    }

    /// <summary>A time of the clock: 3 天 4 小时, 4 小时 20 分, 20 分钟.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => $"{span.Days} 天{(span.Hours > 0 ? $" {span.Hours} 小时" : "")}",
        { TotalHours: >= 1 } => $"{(int)span.TotalHours} 小时{(span.Minutes > 0 ? $" {span.Minutes} 分" : "")}",
        _ => $"{Math.Max(1, span.Minutes)} 分钟",
    };
}
