using System.Globalization;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Policies;

/// <summary>
/// A document number as people type it into a search: any brackets or none, with or without 第 and leading zeros, whole or in
/// part: 浔政办发[2026]12号, 浔政办 12号, 〔2026〕12, 2026.
/// </summary>
/// <param name="Organ">Part of the organ's code; empty for any.</param>
/// <param name="Year">The year; null for any.</param>
/// <param name="Number">The number; null for any.</param>
public sealed partial record DocumentNumberQuery(string Organ, int? Year, int? Number)
{
    /// <summary>Reads what was typed; null when there is nothing to look for.</summary>
    public static DocumentNumberQuery? Parse(string? text)
    {
        if (text is null || text.Length > DocumentNumber.MaxLength * 2) return null;
        var match = Form().Match(Gaps().Replace(Brackets().Replace(text, " "), " ").Trim());
        if (!match.Success) return null;
        var organ = match.Groups["organ"].Value.Replace(" ", "", StringComparison.Ordinal).Trim('第', '号');
        var query = new DocumentNumberQuery(organ, Value(match.Groups["year"]), Value(match.Groups["number"]));
        return query is { Organ: "", Year: null, Number: null } ? null : query;
    }

    internal IQueryable<PublicListing> Apply(IQueryable<PublicListing> rows)
    {
        // Numbers are stored in the official form: organ〔year〕number号.
        if (Organ.Length > 0)
        {
            var organ = Organ;
            rows = rows.Where(l => l.DocumentNumber.Contains(organ));
        }

        var tail = (Year, Number) switch
        {
            ({ } year, { } number) => $"〔{Show(year)}〕{Show(number)}号",
            ({ } year, null) => $"〔{Show(year)}〕",
            (null, { } number) => $"〕{Show(number)}号",
            _ => "",
        };
        return tail.Length == 0 ? rows : rows.Where(l => l.DocumentNumber.Contains(tail));
    }

    private static int? Value(Group group) => group.Success && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Show(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("[" + YearBrackets.Opening + YearBrackets.Closing + "]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();

    // A year stands alone or before a number; a lone number needs 第 or 号, or an organ before it, to be one.
    [GeneratedRegex(@"^(?<organ>[^\d]*?)(?:(?<![\d])(?<year>(?:19|20)\d{2})(?!\d|号))?\s*(?:第?\s*0*(?<number>\d{1,6})?\s*号?)?$")]
    private static partial Regex Form();
}
