using System.Globalization;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>Dates as offices write them in tables: 2026年1月5日, 2026-01-05, 2026/1/5, 2026.1.5, 20260105.</summary>
internal static partial class DecisionDates
{
    /// <summary>The date, or null when the text is none or lies outside 1949 to 2100.</summary>
    public static DateOnly? Read(string text)
    {
        var match = Form().Match(ChineseText.WithoutSpaces(ChineseText.ToHalfWidth(text)));
        if (!match.Success) return null;
        var (year, month, day) = (Number(match, 1), Number(match, 2), Number(match, 3));
        if (year is < 1949 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return new DateOnly(year, month, day);
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{4})(?:[年./-](?=\d{1,2}[月./-])|(?=\d{4}$))(\d{1,2})(?:[月./-]|(?=\d{2}$))(\d{1,2})日?$")]
    private static partial Regex Form();
}
