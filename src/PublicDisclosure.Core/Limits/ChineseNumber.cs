namespace PublicDisclosure.Core.Limits;

/// <summary>Numbers as they stand in official wording: 20, 二十, 三十五, 一百二十, 两.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number up to 9999, or null when it is none.</summary>
    public static int? Read(string text)
    {
        if (text.Length == 0) return null;
        if (text.All(char.IsAsciiDigit)) return text.Length <= 4 ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
        var (total, digit) = (0, -1);
        foreach (var c in text)
        {
            if (Digit(c) is >= 0 and var value)
            {
                if (digit > 0) return null;
                digit = value;
                continue;
            }

            var place = c switch { '十' => 10, '百' => 100, _ => 0 };
            // 十 alone is ten; a place must be smaller than the one before it.
            if (place == 0 || (total > 0 && total % (place * 10) != 0)) return null;
            total += (digit < 0 ? 1 : digit) * place;
            digit = -1;
        }

        return total + Math.Max(digit, 0);
    }

    private static int Digit(char c) => c switch { '〇' => 0, '两' => 2, _ => Digits.IndexOf(c, StringComparison.Ordinal) };
}
