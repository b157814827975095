using System.Globalization;
using Microsoft.AspNetCore.Html;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// The markup of dates and instants as Chinese readers write them, in Beijing time. Pages write <c>&lt;time on="row.DueOn" /&gt;</c>; those that are made
/// most often ask here for the same (<c>@(TimeHtml.On(row.DueOn))</c>), because an element that is worked on takes longer than what it says.
/// </summary>
public static class TimeHtml
{
    /// <summary>Where there is no date.</summary>
    public const string Nothing = "—";

    private static readonly IHtmlContent NoDate = new HtmlString($"<span>{Nothing}</span>");

    // Some decades.
    private static readonly Remembered<DateOnly, IHtmlContent> Days = new(20000);

    /// <summary>A legal date, Beijing.</summary>
    public static IHtmlContent On(DateOnly? day) => day is { } date ? Days.Of(date, static d => Html(Iso(d), Text(d))) : NoDate;

    /// <summary>An instant, UTC.</summary>
    public static IHtmlContent At(DateTime? instant) => instant is { } at ? Html(Iso(at), Text(at)) : NoDate;

    /// <summary>The day of an instant; the instant itself is there for programs.</summary>
    public static IHtmlContent DayOf(DateTime instant) => Html(Iso(instant), Text(BusinessClock.BeijingDate(instant)));

    /// <summary>A date for programs.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant for programs.</summary>
    public static string Iso(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>A date for people: 2026年1月5日.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy年M月d日", Words.Chinese);

    /// <summary>An instant for people: 2026年1月5日 10:00.</summary>
    public static string Text(DateTime at)
    {
        var there = BusinessClock.BeijingTime(at);
        return Text(BusinessClock.BeijingDate(at)) + there.ToString(" HH:mm", CultureInfo.InvariantCulture);
    }

    // Digits and the three characters between them need no escaping.
    private static HtmlString Html(string iso, string text) => new($"<time class=\"nowrap\" datetime=\"{iso}\">{text}</time>");
}
