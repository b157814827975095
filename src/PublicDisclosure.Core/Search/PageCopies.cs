using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// Which pages are copies of one another: the same notice of every township and of every quarter. Their titles differ in nothing but
/// the place and the time.
/// </summary>
internal static partial class PageCopies
{
    /// <summary>The same number for titles that differ in place and time only; kept in the index, so the same in every process.</summary>
    public static int NumberOf(string title)
    {
        // FNV-1a: a string's own hash code is another one after every start.
        var number = 2166136261u;
        foreach (var c in PlaceAndTime().Replace(title, "")) number = (number ^ c) * 16777619u;
        return unchecked((int)number);
    }

    /// <summary>The name by which people call the township of an organisation; empty for one of the city.</summary>
    public static string TownshipOf(string organisation) => Township().Match(organisation) is { Success: true } town ? town.Groups[1].Value : "";

    [GeneratedRegex("^(?:.*[市县区])?(.{1,6}?)(?:镇|乡|街道)(?:人民政府|办事处)$")]
    private static partial Regex Township();

    [GeneratedRegex(@"^[^“《关]{2,16}(?:镇|乡|街道|局|政府)(?:人民政府|办事处|办公室)?|到?[\u4e00-\u9fff]{2,3}村(?:项目|地块|建设项目)?|第?[一二三四]季度|\d+")]
    private static partial Regex PlaceAndTime();
}
