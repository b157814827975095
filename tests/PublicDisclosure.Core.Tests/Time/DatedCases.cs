using System.Globalization;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Tests.Time;

/// <summary>
/// The table <c>dated-cases.csv</c>: limits with the date they end on, worked out from <c>holidays.csv</c> (two public sources
/// agree on it) and not by the product.
/// </summary>
internal static class DatedCases
{
    public static IReadOnlyList<DatedCase> All { get; } = [.. Rows("dated-cases.csv").Select(c => new DatedCase(
        c[0] == "广西", Day(c[2]), new LimitSpan(int.Parse(c[3], CultureInfo.InvariantCulture), Unit(c[4]), c[1] == "之前" ? LimitDirection.Before : LimitDirection.After), Day(c[5]), c[6]))];

    /// <summary>Days that differ from the plain week, 2019 to 2026.</summary>
    public static IReadOnlyList<(DateOnly On, bool IsHoliday, string Name)> Holidays { get; } =
        [.. Rows("holidays.csv").Select(c => (Day(c[0]), c[1] == "holiday", c[2]))];

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static LimitUnit Unit(string word) => word switch { "工作日" => LimitUnit.WorkingDay, "日" => LimitUnit.Day, _ => LimitUnit.Week };

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Time", file)).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','));
}

internal sealed record DatedCase(bool InGuangxi, DateOnly Start, LimitSpan Span, DateOnly Due, string Note);
