using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// Word's automatic numbering, counted as Word counts: per abstract list and level, a deeper level starting again after
/// a higher one, with the formats that Chinese documents use (ECMA-376, 17.18.59 ST_NumberFormat).
/// </summary>
internal sealed class WordNumbering
{
    private readonly Dictionary<string, string> _abstractOf = [];
    private readonly Dictionary<string, OpenXmlElement> _levels = [];
    private readonly Dictionary<string, int> _restarts = [];
    private readonly Dictionary<string, int[]> _counters = [];

    public WordNumbering(NumberingDefinitionsPart? part)
    {
        foreach (var element in part?.Numbering?.ChildElements ?? Enumerable.Empty<OpenXmlElement>())
        {
            if (element.LocalName == "abstractNum")
            {
                foreach (var level in element.ChildElements.Where(e => e.LocalName == "lvl"))
                {
                    _levels.TryAdd($"{element.Val("abstractNumId")}/{level.Val("ilvl")}", level);
                }
            }
            else if (element.LocalName == "num")
            {
                var id = element.Val("numId") ?? "";
                _abstractOf.TryAdd(id, element.Child("abstractNumId").Val() ?? "");
                foreach (var change in element.ChildElements.Where(e => e.LocalName == "lvlOverride"))
                {
                    if (change.Child("lvl") is { } level) _levels[$"{id}!/{change.Val("ilvl")}"] = level;
                    if (int.TryParse(change.Child("startOverride").Val(), out var start)) _restarts[$"{id}/{change.Val("ilvl")}"] = start;
                }
            }
        }
    }

    /// <summary>The number of the next paragraph in a list: its text (<c>（一）</c>), or <c>•</c> for a bullet; null without one.</summary>
    public string? Next(string numId, int level)
    {
        if (level is < 0 or > 8 || !_abstractOf.TryGetValue(numId, out var list) || Level(numId, list, level) is not { } definition) return null;
        if (!_counters.TryGetValue(list, out var counters)) _counters[list] = counters = new int[9];
        if (_restarts.Remove($"{numId}/{level}", out var restart)) counters[level] = restart - 1;
        for (var above = 0; above < level; above++)
        {
            if (counters[above] == 0) counters[above] = Start(numId, list, above);
        }

        counters[level] = counters[level] == 0 ? Start(numId, list, level) : counters[level] + 1;
        Array.Clear(counters, level + 1, 8 - level);
        var format = definition.Child("numFmt").Val() ?? "decimal";
        if (format == "none" && string.IsNullOrEmpty(definition.Child("lvlText").Val())) return null;
        if (format == "bullet") return "•";
        var text = new StringBuilder(definition.Child("lvlText").Val() ?? $"%{level + 1}.");
        for (var l = 0; l <= level; l++)
        {
            var kind = definition.Child("isLgl") is not null ? "decimal" : Level(numId, list, l)?.Child("numFmt").Val() ?? "decimal";
            text.Replace($"%{l + 1}", Format(counters[l], kind));
        }

        return text.ToString().Trim();
    }

    private OpenXmlElement? Level(string numId, string list, int level) =>
        _levels.GetValueOrDefault($"{numId}!/{level}") ?? _levels.GetValueOrDefault($"{list}/{level}");

    private int Start(string numId, string list, int level) =>
        int.TryParse(Level(numId, list, level)?.Child("start").Val(), out var start) ? start : 1;

    internal static string Format(int number, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "koreanCounting" => Chinese(number),
        "chineseLegalSimplified" or "ideographLegalTraditional" => (number is >= 10 and < 20 ? "壹" : "") + string.Concat(Chinese(number).Select(Legal)),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(d => "〇一二三四五六七八九"[d - '0'])),
        "ideographTraditional" => Pick(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => Pick(number, "子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => number is >= 1 and <= 20 ? ((char)('①' + number - 1)).ToString() : $"（{number}）",
        "decimalEnclosedParen" => number is >= 1 and <= 20 ? ((char)('⑴' + number - 1)).ToString() : $"（{number}）",
        "decimalEnclosedFullstop" => number is >= 1 and <= 20 ? ((char)('⒈' + number - 1)).ToString() : $"{number}.",
        "ideographEnclosedCircle" => number is >= 1 and <= 10 ? ((char)('㊀' + number - 1)).ToString() : Chinese(number),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(d => (char)(d + 0xFEE0))),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "none" => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>1 to 9999 in Chinese counting: 十一, 二十, 一百零五.</summary>
    internal static string Chinese(int number)
    {
        if (number is < 1 or > 9999) return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        var zero = false;
        for (int unit = 1000, place = 3; place >= 0; unit /= 10, place--)
        {
            var digit = number / unit % 10;
            if (digit == 0) { zero = text.Length > 0; continue; }
            if (zero) text.Append('零');
            zero = false;
            if (digit != 1 || place != 1 || text.Length > 0) text.Append("〇一二三四五六七八九"[digit]);
            if (place > 0) text.Append(" 十百千"[place]);
        }

        return text.ToString();
    }

    private static char Legal(char c) => "一二三四五六七八九十百千".IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? "壹贰叁肆伍陆柒捌玖拾佰仟"[i] : c;

    private static string Pick(int number, string from) => number < 1 ? "" : from[(number - 1) % from.Length].ToString();

    private static string Letters(int number, char first) => number < 1 ? "" : new string((char)(first + ((number - 1) % 26)), Math.Min(8, 1 + ((number - 1) / 26)));

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        foreach (var (value, sign) in new[] { (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; number >= value; number -= value) text.Append(sign);
        }

        return text.ToString();
    }
}
