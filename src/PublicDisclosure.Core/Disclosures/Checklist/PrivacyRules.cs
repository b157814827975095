using System.Text.RegularExpressions;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Personal data in the text (个人信息保护法第二十八条). Files are scanned by a later step; these rules look at
/// what the clerk typed.
/// </summary>
internal static partial class PrivacyRules
{
    private static readonly int[] IdentityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("IdentityNumberFound", "Body", "个人信息保护法第二十八条; GB 11643-1999",
            s => Identity().Matches(s.AllText).Select(m => m.Value).Where(IsIdentityNumber).Distinct().Take(3).Select(v => new object[] { Masked(v) }), always: true),
        Error("BankCardFound", "Body", "个人信息保护法第二十八条",
            s => Card().Matches(s.AllText).Select(m => m.Value).Where(v => !IsIdentityNumber(v) && IsCard(v)).Distinct().Take(3).Select(v => new object[] { Masked(v) })),
        Warning("MobileNumberFound", "Body", "个人信息保护法第六条: minimum necessary",
            s => Mobile().Matches(s.AllText).Select(m => m.Value).Distinct().Take(3).Select(v => new object[] { Masked(v) })),
    ];

    /// <summary>18 digits with the check character of GB 11643-1999 (ISO 7064 MOD 11-2).</summary>
    internal static bool IsIdentityNumber(string text)
    {
        if (text.Length != 18) return false;
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (text[i] - '0') * IdentityWeights[i];
        return "10X98765432"[sum % 11] == char.ToUpperInvariant(text[17]);
    }

    /// <summary>16 to 19 digits that pass the Luhn check and begin as Chinese cards do.</summary>
    private static bool IsCard(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 1) digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    // A finding must not spread the number it found.
    private static string Masked(string number) => number[..3] + new string('*', number.Length - 5) + number[^2..];

    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:62|4|5)\d{14,17}(?![0-9A-Za-z])")]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])")]
    private static partial Regex Mobile();
}
