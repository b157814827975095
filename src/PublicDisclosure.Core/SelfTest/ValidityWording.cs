using System.Globalization;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>What a document's own sentences say about its validity, and about that of others.</summary>
internal static partial class ValidityWording
{
    /// <summary>
    /// The last day in force that a text states for itself: 有效期至2025年12月31日, 自公布之日起施行，有效期5年. Null where it states none; what
    /// is said of certificates and other things is not meant.
    /// </summary>
    /// <param name="text">Plain text of the document.</param>
    /// <param name="from">The day a term of years counts from.</param>
    public static DateOnly? StatedEnd(string text, DateOnly? from)
    {
        foreach (var sentence in Sentence().Split(text).Where(s => s.Contains("有效期", StringComparison.Ordinal)))
        {
            if (Until().Match(sentence) is { Success: true } until && IsOwn(sentence, until.Index) && Date(until) is { } end) return end;
            if (Years().Match(sentence) is not { Success: true } years || !IsOwn(sentence, years.Index)) continue;
            if (from is { } start && ChineseNumber.Read(years.Groups["n"].Value) is { } n and > 0 and <= 50 && start.Year + n <= 2100) return start.AddYears(n).AddDays(-1);
        }

        return null;
    }

    /// <summary>Document numbers that a text declares repealed: ……（浔政发〔2018〕3号）同时废止.</summary>
    public static IReadOnlyList<string> Repealed(string text) =>
    [
        .. Sentence().Split(text).Where(s => s.Contains("同时废止", StringComparison.Ordinal))
            .SelectMany(s => Number().Matches(s[..s.IndexOf("同时废止", StringComparison.Ordinal)])).Select(Official).Distinct(),
    ];

    /// <summary>The forms under which a found number may be stored: words before the organ's code were read with it.</summary>
    public static IEnumerable<string> Readings(string number)
    {
        var bracket = number.IndexOf('〔', StringComparison.Ordinal);
        for (var start = 0; start < bracket; start++) yield return number[start..];
    }

    private static string Official(Match match) => $"{match.Groups["organ"].Value}〔{match.Groups["year"].Value}〕{match.Groups["number"].Value}号";

    private static bool IsOwn(string sentence, int at) => Own().IsMatch(sentence[..at]);

    private static DateOnly? Date(Match match) => DateOnly.TryParseExact(
        $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex("[。；;\n]")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"有效期(?:限)?\s*(?:截至|截止到?|至|到)\s*(?<y>\d{4})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*日")]
    private static partial Regex Until();

    [GeneratedRegex(@"有效期(?:限)?\s*(?:为|是)?\s*(?<n>[0-9]{1,2}|[一二三四五六七八九十两]{1,3})\s*年")]
    private static partial Regex Years();

    // The sentence speaks of this document before it speaks of the term, and not of a certificate.
    [GeneratedRegex(@"(?:本(?:办法|规定|细则|方案|通知|意见|文件|制度|规划|决定|规则|措施|标准)|施行|实施)(?:(?!证书?|执照|许可证|合同|报名|资格)[^。；])*$")]
    private static partial Regex Own();

    [GeneratedRegex(@"(?<organ>[\u4E00-\u9FFF]{2,14})[" + YearBrackets.Opening + @"](?<year>(?:19|20)\d{2})[" + YearBrackets.Closing + @"]第?0*(?<number>[0-9]{1,6})号")]
    private static partial Regex Number();
}
