using System.Globalization;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Coverage;

/// <summary>Figures of the coverage as people read them.</summary>
public static class CoverageWords
{
    /// <summary>83.2%, rounded down so that 100.0% means all; — where nothing is rated.</summary>
    public static string Percent(CoverageShare share) =>
        share.BasisPoints is { } points ? string.Create(CultureInfo.InvariantCulture, $"{points / 100}.{points % 100 / 10}%") : "—";

    /// <summary>The same as a number for programs; null where nothing is rated.</summary>
    public static decimal? Number(CoverageShare share) => share.BasisPoints is { } points ? points / 10 / 10m : null;

    /// <summary>The letter of a cell.</summary>
    public static string Letter(CellState state) => state switch
    {
        CellState.Missing => "缺",
        CellState.Late => "迟",
        CellState.OnTime => "齐",
        CellState.Waiting => "待",
        CellState.Nothing => "无",
        _ => "核",
    };

    /// <summary>按时公开 of all that is rated, else how many there are.</summary>
    public static string Counts(CoverageShare share) => share.Rated > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{share.OnTime}/{share.Rated}")
        : string.Create(CultureInfo.InvariantCulture, $"{(share.All > 0 ? share.All : share.Unrated)}项");

    /// <summary>Class of a cell.</summary>
    public static string Css(CellState state) => Classes[(int)state];

    private static readonly string[] Classes = [.. Enum.GetValues<CellState>().Order().Select(state => "state-" + state.ToString().ToLowerInvariant())];

    /// <summary>A span as people say it.</summary>
    public static string Say(CoverageSpan? span) => span?.Period.Label ?? "全部时间";

    /// <summary>Kinds of organisations in the order shown.</summary>
    public static IReadOnlyList<OrganisationKind> Kinds { get; } = Enum.GetValues<OrganisationKind>();

    /// <summary>Spans that can be chosen: this year and its quarters so far, the two years before, and everything.</summary>
    public static IReadOnlyList<(string Key, string Text)> Spans(DateOnly today, string? chosen)
    {
        var year = CoverageSpan.YearOf(today).Period;
        var list = new List<(string, string)> { ("", year.Label + "（本年）") };
        for (var quarter = ReportingPeriod.Of(Core.Limits.RecurrencePeriod.Quarter, today); quarter.From >= year.From.AddYears(-1); quarter = quarter.Previous) list.Add((quarter.Key, quarter.Label));
        list.AddRange([(year.Previous.Key, year.Previous.Label), (year.Previous.Previous.Key, year.Previous.Previous.Label)]);
        if (chosen is { Length: > 0 } && chosen != CoverageSpan.All && chosen != year.Key && list.TrueForAll(s => s.Item1 != chosen) && ReportingPeriod.Parse(chosen) is { } other) list.Add((other.Key, other.Label));
        list.Add((CoverageSpan.All, "全部时间"));
        return list;
    }
}
