using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The size of a change in facts: how many dates and amounts of one text another does not have. Mending words changes none;
/// what changes many is hardly the correction of an error.
/// </summary>
public static partial class FactChanges
{
    /// <summary>Dates and amounts that differ between two texts; one replaced by another counts once.</summary>
    public static int Count(DisclosureText before, DisclosureText after)
    {
        var dates = Pairs(before).Zip(Pairs(after)).Count(pair => pair.First != pair.Second);
        return dates + Count(before.Body, after.Body);
    }

    /// <summary>The same for two bodies.</summary>
    public static int Count(string before, string after)
    {
        var counts = new Dictionary<string, int>();
        foreach (var fact in Find(before)) counts[fact] = counts.GetValueOrDefault(fact) + 1;
        foreach (var fact in Find(after)) counts[fact] = counts.GetValueOrDefault(fact) - 1;
        return Math.Max(counts.Values.Where(n => n > 0).Sum(), -counts.Values.Where(n => n < 0).Sum());
    }

    /// <summary>Dates, and numbers with a unit of money, share, area or count, without blanks and thousands separators.</summary>
    private static IEnumerable<string> Find(string text) =>
        Fact().Matches(Blanks().Replace(text, "")).Select(match => match.Value.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal));

    private static IEnumerable<DateOnly?> Pairs(DisclosureText text) => [text.DocumentDate, text.EffectiveOn, text.ExpiresOn, text.DisplayUntil];

    [GeneratedRegex(@"\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}|\d+(?:[,，]\d{3})*(?:\.\d+)?(?:万元|亿元|元|%|％|万|亿|亩|公顷|平方米|公里|吨|户|人|名|个|项|件|家)")]
    private static partial Regex Fact();

    [GeneratedRegex(@"[ \t\u3000]")]
    private static partial Regex Blanks();
}
