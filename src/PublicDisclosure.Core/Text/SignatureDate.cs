using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Text;

/// <summary>The date under a document (落款日期, GB/T 9704-2012, 7.3.5.4).</summary>
public static partial class SignatureDate
{
    private const string Digits = "〇一二三四五六七八九";

    // A seal line, a copy line or a page number may follow the date.
    private const int LinesFromTheEnd = 6;

    /// <summary>
    /// The date of the last line that is nothing but a date, in Arabic digits of either width or in Chinese numerals
    /// (二〇二六年一月五日); null when there is none near the end.
    /// </summary>
    public static DateOnly? Find(string text)
    {
        foreach (var line in LastLines(text))
            if (Read(ChineseText.WithoutSpaces(ChineseText.ToHalfWidth(line))) is { } date) return date;
        return null;
    }

    private static IEnumerable<string> LastLines(string text)
    {
        var (end, seen) = (text.Length, 0);
        while (end > 0 && seen < LinesFromTheEnd)
        {
            var start = text.LastIndexOf('\n', end - 1) + 1;
            var line = text[start..end].Trim();
            end = Math.Max(0, start - 1);
            if (line.Length == 0) continue;
            seen++;
            if (line.Length <= 40) yield return line;
        }
    }

    private static DateOnly? Read(string line)
    {
        var match = DateLine().Match(line);
        if (!match.Success) return null;
        var (year, month, day) = (Number(match.Groups[1].Value), Number(match.Groups[2].Value), Number(match.Groups[3].Value));
        return year is >= 1949 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>The value of 2026, 二〇二六, 十二 or 三十一; 0 for anything else.</summary>
    private static int Number(string text)
    {
        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)) return number;
        var chinese = text.Replace('○', '〇').Replace('零', '〇').Replace('Ｏ', '〇').Replace('O', '〇');
        var ten = chinese.IndexOf('十', StringComparison.Ordinal);
        if (ten >= 0) return ((ten == 0 ? 1 : Digits.IndexOf(chinese[0], StringComparison.Ordinal)) * 10) + (ten == chinese.Length - 1 ? 0 : Digits.IndexOf(chinese[^1], StringComparison.Ordinal));
        return chinese.Aggregate(0, (value, c) => (value * 10) + Digits.IndexOf(c, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^[（(]?((?:19|20)\d{2}|[一二][〇○零OＯ一二三四五六七八九]{3})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日[）)]?$")]
    private static partial Regex DateLine();
}
