using System.Globalization;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Privacy;

/// <summary>Which strings of digits are numbers of persons. Pure digits in, no blanks, half width.</summary>
public static class PersonalNumbers
{
    /// <summary>Characters of an identity number.</summary>
    public const int IdentityNumberLength = 18;

    private static readonly int[] IdentityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    // GB/T 2260: the two digits of the provinces, 83 for residents from Taiwan and 91 for those abroad.
    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91",
    ];

    /// <summary>18 digits: a province, a date of birth and the check character of GB 11643-1999 (ISO 7064 MOD 11-2).</summary>
    public static bool IsIdentityNumber(ReadOnlySpan<char> text)
    {
        if (text.Length != IdentityNumberLength || !HasProvince(text) || !IsDate(text[6..14], 1880)) return false;
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return false;
            sum += (text[i] - '0') * IdentityWeights[i];
        }

        return "10X98765432"[sum % 11] == char.ToUpperInvariant(text[17]);
    }

    /// <summary>
    /// 18 digits with province, prefecture and county, a date of birth and a wrong check digit. Permits are numbered division, date
    /// and serial alike: from 2000 on, figures that end like a serial need a word before them that says whose number they are.
    /// </summary>
    /// <param name="text">The characters.</param>
    /// <param name="isNamed">A word before them speaks of identity papers.</param>
    public static bool IsLikeIdentityNumber(ReadOnlySpan<char> text, bool isNamed)
    {
        if (text.Length != IdentityNumberLength || text[..17].IndexOfAnyExceptInRange('0', '9') >= 0 || !HasProvince(text) || text[2..4] is "00" || text[4..6] is "00") return false;
        if (!IsDate(text[6..14], 1900) || OrganisationCode.TryParse(text.ToString(), out _)) return false;
        var isSerial = text[6] == '2' && text[14] == '0' && char.IsAsciiDigit(text[17]);
        return isNamed || !isSerial;
    }

    /// <summary>Characters of a 残疾人证号.</summary>
    public const int DisabilityCardLength = IdentityNumberLength + 2;

    /// <summary>
    /// 残疾人证号: an identity number, the kind of disability (1 视力 to 6 精神, 7 多重) and its grade (1 to 4), as the 残疾人联合会 issues them since the
    /// second generation of cards.
    /// </summary>
    /// <param name="text">The characters.</param>
    /// <param name="isLike">Whether a wrong check digit is let pass.</param>
    public static bool IsDisabilityCard(ReadOnlySpan<char> text, bool isLike = false) =>
        text.Length == DisabilityCardLength && text[^2] is >= '1' and <= '7' && text[^1] is >= '1' and <= '4'
        && (IsIdentityNumber(text[..IdentityNumberLength]) || (isLike && IsLikeIdentityNumber(text[..IdentityNumberLength], isNamed: true)));

    /// <summary>
    /// A number as it may be shown to find its place: too little to be of use to anybody. Of a 残疾人证号 the last that is shown is the
    /// end of the identity number; kind and grade of the disability are not.
    /// </summary>
    /// <param name="number">Half width, without blanks.</param>
    public static string Shown(string number)
    {
        if (number.Length < 8) return new string('*', number.Length);
        var shown = IsDisabilityCard(number, isLike: true) ? number[..IdentityNumberLength] : number;
        return shown[..3] + new string('*', shown.Length - 5) + shown[^2..] + new string('*', number.Length - shown.Length);
    }

    /// <summary>15 digits as issued before 1 October 1999: a province and a date of birth with a year of two digits; no check digit.</summary>
    public static bool IsOldIdentityNumber(ReadOnlySpan<char> text) =>
        text.Length == 15 && text.IndexOfAnyExceptInRange('0', '9') < 0 && HasProvince(text) && text[2..6] is not "0000" && IsDate($"19{text[6..12]}", 1880);

    /// <summary>A card number as Chinese banks issue them: range and length of the issuer, and the Luhn digit (ISO/IEC 7812-1).</summary>
    public static bool IsBankCard(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 15 or > 19 || digits.IndexOfAnyExceptInRange('0', '9') >= 0 || !IsCardRange(digits) || IsSerialNumber(digits)) return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 1) digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>中国大陆 mobile: 11 digits from 13 to 19.</summary>
    public static bool IsMobile(ReadOnlySpan<char> digits) =>
        digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9' && digits.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsCardRange(ReadOnlySpan<char> digits) => digits[0] switch
    {
        '6' when digits[1] is '2' => digits.Length >= 16,
        // Cards of before 62: 工商 9558, 农业 9559, 中国银行 6013, 城商 603..., 招商 690755.
        '6' when digits.StartsWith("6013") || digits.StartsWith("603") || digits.StartsWith("690755") => true,
        '9' => digits.StartsWith("955") && digits[3] is '8' or '9' && digits.Length is 16 or 19,
        '8' => digits[1] == '1' && digits.Length >= 16,
        '4' => digits.Length == 16,
        '5' => digits[1] is >= '1' and <= '5' && digits.Length == 16,
        '3' => (digits[1] == '5' && digits.Length == 16) || (digits[1] is '4' or '7' && digits.Length == 15),
        _ => false,
    };

    /// <summary>Projects and permits of this city are numbered division code, year, serial: one in ten would pass for a card.</summary>
    private static bool IsSerialNumber(ReadOnlySpan<char> digits) => digits.StartsWith("4508") && digits[6..8] is "20" or "19" && digits[8] is >= '0' and <= '4';

    private static bool HasProvince(ReadOnlySpan<char> text) => Provinces.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..2]);

    private static bool IsDate(ReadOnlySpan<char> text, int earliest) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= earliest && date.Year <= 2099;
}
