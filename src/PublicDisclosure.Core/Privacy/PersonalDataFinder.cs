using System.Text.RegularExpressions;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Privacy;

/// <summary>
/// Finds numbers and addresses of persons in any text (个人信息保护法第二十八条), also in full-width digits and with blanks,
/// hyphens or invisible characters between the groups. What is masked (450881********1234) is no hit.
/// </summary>
public static partial class PersonalDataFinder
{
    /// <summary>Hits reported from one text; a list of thousands is no less wrong for naming the first of them.</summary>
    public const int Most = 20_000;

    // An identity number of 18 digits, each parted by a separator, and a prefix such as 86.
    private const int LongestRun = 64;

    // 居民身份证号码（必填）： and its like.
    private const int LongestLabel = 16;

    /// <summary>Everything found, in the order of the text, without overlaps.</summary>
    public static IReadOnlyList<PersonalDataHit> Find(string text)
    {
        var half = ChineseText.ToHalfWidth(text);
        var hits = new List<PersonalDataHit>();
        for (var i = 0; i < half.Length && hits.Count < Most;)
        {
            if (!char.IsAsciiDigit(half[i])) { i++; continue; }
            i = Number(half, i, hits);
        }

        foreach (Match match in Address().Matches(half))
        {
            if (hits.Count >= Most) break;
            hits.Add(new PersonalDataHit(PersonalDataKind.HomeAddress, match.Value, match.Index, match.Length));
        }

        hits.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        return hits;
    }

    /// <summary>An undivided 残疾人证号 from here on. One with blanks in it is found as the identity number that it begins with.</summary>
    private static PersonalDataHit? DisabilityCard(string text, int start)
    {
        var end = start + PersonalNumbers.DisabilityCardLength;
        if (end > text.Length || (end < text.Length && char.IsAsciiDigit(text[end]))) return null;
        var number = text.AsSpan(start, PersonalNumbers.DisabilityCardLength);
        if (!PersonalNumbers.IsDisabilityCard(number, isLike: true)) return null;
        var isCertain = PersonalNumbers.IsDisabilityCard(number);
        if (!isCertain && !NamesDisability().IsMatch(Label(text, start))) return null;
        return new PersonalDataHit(isCertain ? PersonalDataKind.IdentityNumber : PersonalDataKind.SuspectedIdentityNumber, number.ToString().ToUpperInvariant(), start, number.Length);
    }

    /// <summary>Looks at the groups of digits from here on; adds what they are and tells where to go on.</summary>
    private static int Number(string text, int start, List<PersonalDataHit> hits)
    {
        if (DisabilityCard(text, start) is { } card)
        {
            hits.Add(card);
            return card.Start + card.Length;
        }

        Span<char> digits = stackalloc char[20];
        var inCode = start > 0 && char.IsAsciiLetter(text[start - 1]);
        PersonalDataHit? found = null;
        var (count, groups, firstEnd, lineBreaks) = (0, 0, start, 0);
        Span<int> lengths = stackalloc int[20];
        for (var i = start; i < text.Length && i - start < LongestRun && groups < lengths.Length;)
        {
            var from = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]) && count < 19) digits[count++] = text[i++];
            var x = count == 17 && i < text.Length && text[i] is 'X' or 'x';
            if (x) digits[count++] = text[i++];
            lengths[groups++] = i - from;
            if (groups == 1) firstEnd = i;
            if (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                // A longer number: leave the whole of it behind.
                if (groups == 1) while (firstEnd < text.Length && char.IsAsciiDigit(text[firstEnd])) firstEnd++;
                break;
            }

            // Letters close by make it a code, unless date and check digit say that they were set there to hide the number.
            if (inCode || (i < text.Length && char.IsAsciiLetter(text[i])))
            {
                if (PersonalNumbers.IsIdentityNumber(digits[..count])) found = new PersonalDataHit(PersonalDataKind.IdentityNumber, new string(digits[..count]).ToUpperInvariant(), start, i - start);
                break;
            }

            if ((Judge(digits[..count], lengths[..groups], lineBreaks) ?? Suspect(digits[..count], lengths[..groups], lineBreaks, Label(text, start))) is { } kind)
                found = new PersonalDataHit(kind, new string(digits[..count]).ToUpperInvariant(), start, i - start);
            if (x || count >= 19) break;
            var next = AfterSeparator(text, i, ref lineBreaks);
            if (next < 0) break;
            i = next;
        }

        if (found is not { } hit) return Math.Max(firstEnd, start + 1);
        hits.Add(hit);
        return hit.Start + hit.Length;
    }

    private static PersonalDataKind? Judge(ReadOnlySpan<char> digits, ReadOnlySpan<int> groups, int lineBreaks)
    {
        if (digits.Length == 18 && PersonalNumbers.IsIdentityNumber(digits)) return PersonalDataKind.IdentityNumber;
        // Without a check digit only the usual groups count; figures side by side in a table would add up to anything.
        if (lineBreaks > 0) return null;
        if (PersonalNumbers.IsOldIdentityNumber(digits) && groups.Length is 1 or 3 && (groups.Length == 1 || (groups[0] == 6 && groups[1] == 6))) return PersonalDataKind.IdentityNumber;
        if (PersonalNumbers.IsBankCard(digits) && AreCardGroups(groups)) return PersonalDataKind.BankCard;
        if (PersonalNumbers.IsMobile(digits) && (groups.Length == 1 || (groups.Length == 3 && groups[0] == 3 && groups[1] is 4 or 3))) return PersonalDataKind.Mobile;
        return digits.Length is 13 or 15 && IsWithCountry(digits, groups) ? PersonalDataKind.Mobile : null;
    }

    /// <summary>Undivided or as on the card (6-8-4), where no label in front says that it is the number of something else.</summary>
    private static PersonalDataKind? Suspect(ReadOnlySpan<char> digits, ReadOnlySpan<int> groups, int lineBreaks, ReadOnlySpan<char> label)
    {
        if (digits.Length != 18 || lineBreaks > 0 || !(groups.Length == 1 || (groups.Length == 3 && groups[0] == 6 && groups[1] == 8))) return null;
        var isNamed = NamesPerson().IsMatch(label);
        return (isNamed || !NamesThing().IsMatch(label)) && PersonalNumbers.IsLikeIdentityNumber(digits, isNamed) ? PersonalDataKind.SuspectedIdentityNumber : null;
    }

    /// <summary>What stands before a number on its line.</summary>
    private static ReadOnlySpan<char> Label(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - LongestLabel), Math.Min(start, LongestLabel));
        return before[(before.LastIndexOf('\n') + 1)..];
    }

    private static bool IsWithCountry(ReadOnlySpan<char> digits, ReadOnlySpan<int> groups) =>
        (digits.StartsWith("86") || digits.StartsWith("0086")) && PersonalNumbers.IsMobile(digits[^11..])
        && (groups.Length == 1 || groups[0] == digits.Length - 11);

    /// <summary>Undivided, in fours as on the card, or six and the rest.</summary>
    private static bool AreCardGroups(ReadOnlySpan<int> groups)
    {
        if (groups.Length == 1) return true;
        if (groups.Length == 2 && groups[0] == 6) return true;
        for (var i = 0; i < groups.Length - 1; i++)
            if (groups[i] != 4 && !(i == 0 && groups[i] == 6)) return false;
        return groups.Length >= 3 && groups[^1] <= 7;
    }

    /// <summary>Where the next group begins behind at most three separators, or -1.</summary>
    private static int AfterSeparator(string text, int at, ref int lineBreaks)
    {
        var i = at;
        for (; i < text.Length && i - at < 3 && IsSeparator(text[i]); i++)
            if (text[i] is '\n' or '\r' or '\t') lineBreaks++;
        return i < text.Length && (i > at) && (char.IsAsciiDigit(text[i]) || text[i] is 'X' or 'x') ? i : -1;
    }

    private static bool IsSeparator(char c) =>
        c is ' ' or '-' or '\t' or '\n' or '\r' or '\u00A0' or '\u00AD' or '\u2009' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '·' or '‐' or '‑' or '–' or '—' or '_' or '\'';

    [GeneratedRegex("身份|证件|公民")]
    private static partial Regex NamesPerson();

    [GeneratedRegex("残疾")]
    private static partial Regex NamesDisability();

    [GeneratedRegex("编号|代码|许可证|证书号|[账帐]号|账户|合同号|备案号|流水号|订单|案号|文号|批号|单元号|索引号|条码|发票|批次")]
    private static partial Regex NamesThing();

    /// <summary>
    /// A village or community with its group or house, or an estate with building and flat. Addresses of offices end at a street
    /// and its number and are none; a natural village (屯) without a number is none either.
    /// </summary>
    [GeneratedRegex(
        @"[\u4E00-\u9FFF]{2,8}(?:镇|乡|街道)(?:办事处)?[\u4E00-\u9FFF]{1,10}(?:村|社区|居委会)(?:委会)?[\u4E00-\u9FFF]{0,8}?(?:第?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*(?:村民小组|小组|组|队|屯)(?:\s*[0-9]{1,5}\s*号)?|[0-9]{1,5}\s*号(?![楼井线桥]))"
        + @"|[\u4E00-\u9FFF]{2,12}(?:小区|花园|家园|新村|苑|公寓|宿舍|路|街)[0-9A-Za-z一二三四五六七八九十]{0,5}号?[0-9A-Za-z一二三四五六七八九十]{1,4}\s*(?:栋|幢|号楼|座)\s*(?:[0-9一二三四五六七八九十]{1,3}\s*单元\s*)?[0-9]{1,5}\s*(?:室|房|号|户)?")]
    private static partial Regex Address();
}
