using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Document number (发文字号) such as 浔政办发〔2026〕12号: code of the issuing organ, year in hexagonal brackets, number without
/// 第 and without leading zeros (《党政机关公文格式》GB/T 9704-2012, 7.2.5).
/// </summary>
public sealed partial record DocumentNumber
{
    /// <summary>Longest number stored, in characters.</summary>
    public const int MaxLength = 60;

    private DocumentNumber(string organ, int year, int number) => (Organ, Year, Number) = (organ, year, number);

    /// <summary>Code of the issuing organ (机关代字).</summary>
    public string Organ { get; }

    public int Year { get; }

    public int Number { get; }

    /// <summary>Reads a number in any bracket form, with or without 第 and leading zeros, and puts it into the official form.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DocumentNumber? number)
    {
        number = null;
        var match = Form().Match(text?.Trim() ?? "");
        if (!match.Success || match.Length > MaxLength) return false;
        var organ = Blank().Replace(match.Groups["organ"].Value, "");
        var value = int.Parse(match.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        if (organ.Length == 0 || value == 0) return false;
        number = new DocumentNumber(organ, int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), value);
        return true;
    }

    /// <summary>Reads a number, refusing what is none.</summary>
    /// <exception cref="RuleViolationException">The text is no document number.</exception>
    public static DocumentNumber Parse(string text) => TryParse(text, out var number)
        ? number
        : throw new RuleViolationException(new Refusal("Disclosure.DocumentNumberInvalid", "DocumentNumber"));

    /// <summary>The official form, 〔〕.</summary>
    public override string ToString() => $"{Organ}〔{Year}〕{Number}号";

    [GeneratedRegex(@"^(?<organ>[\p{L}\p{N}\s、（）()－-]{1,40}?)\s*[" + YearBrackets.Opening + @"]\s*(?<year>(19|20)\d{2})\s*[" + YearBrackets.Closing + @"]\s*第?\s*0*(?<number>[0-9]{1,6})\s*号$")]
    private static partial Regex Form();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
