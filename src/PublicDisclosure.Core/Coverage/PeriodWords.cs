using System.Globalization;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Limits;

namespace PublicDisclosure.Core.Coverage;

/// <summary>Reads the period that a title speaks of: 2026年第三季度, 2026年3月份, 2026年上半年, 2026年度.</summary>
public static partial class PeriodWords
{
    /// <summary>The period of the asked length that a title names; null when it names none of that length.</summary>
    /// <remarks>A title that names two (“一季度和二季度”) decides nothing: the formed date does.</remarks>
    public static ReportingPeriod? In(string title, RecurrencePeriod length)
    {
        var found = Words().Matches(title).Select(m => Read(m, length)).OfType<ReportingPeriod>().Distinct().ToList();
        return found.Count == 1 ? found[0] : null;
    }

    [GeneratedRegex(@"^(?<year>20\d\d)(?:-(?<month>0[1-9]|1[0-2])|-Q(?<quarter>[1-4])|-H(?<half>[12]))?$", RegexOptions.CultureInvariant)]
    internal static partial Regex Key();

    [GeneratedRegex(
        @"(?<year>20\d\d)\s*年(?:\s*第?\s*(?<quarter>[1-4一二三四])\s*季度?|\s*(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月(?!\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*日)份?|\s*(?<half>[上下])半年|(?<whole>度|全年))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    private static ReportingPeriod? Read(Match match, RecurrencePeriod length)
    {
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        return length switch
        {
            RecurrencePeriod.Quarter when match.Groups["quarter"] is { Success: true } q => new(length, new DateOnly(year, (Number(q.Value) * 3) - 2, 1)),
            RecurrencePeriod.Month when match.Groups["month"] is { Success: true } m => new(length, new DateOnly(year, Number(m.Value), 1)),
            RecurrencePeriod.HalfYear when match.Groups["half"] is { Success: true } h => new(length, new DateOnly(year, h.Value == "上" ? 1 : 7, 1)),
            RecurrencePeriod.Year when match.Groups["whole"].Success => new(length, new DateOnly(year, 1, 1)),
            _ => null,
        };
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : text[0] == '十' ? 10 + (text.Length == 1 ? 0 : Digit(text[1])) : Digit(text[0]);

    private static int Digit(char digit) => "零一二三四五六七八九".IndexOf(digit, StringComparison.Ordinal);
}
