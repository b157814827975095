using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The brackets around the year of a document number. The official ones are 〔〕 (GB/T 9704-2012, 7.2.5); people and documents use whatever a
/// keyboard has. All are written as what stands in a set of a regular expression.
/// </summary>
internal static partial class YearBrackets
{
    /// <summary>What documents have before the year.</summary>
    public const string Opening = @"〔【［\[（(﹝";

    /// <summary>What they have after it.</summary>
    public const string Closing = @"〕】］\]）)﹞";

    /// <summary>What people who search type before the year.</summary>
    public const string TypedOpening = Opening + "{<《";

    /// <summary>What they type after it.</summary>
    public const string TypedClosing = Closing + "}>》";

    /// <summary>A number with the official brackets, as it is stored and written.</summary>
    public static string Official(string number) => After().Replace(Before().Replace(number, "〔"), "〕");

    [GeneratedRegex("[" + TypedOpening + "]")]
    private static partial Regex Before();

    [GeneratedRegex("[" + TypedClosing + "]")]
    private static partial Regex After();
}
