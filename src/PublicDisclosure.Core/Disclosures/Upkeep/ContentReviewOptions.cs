using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Settings of section <c>ContentReview</c>: when public texts are looked at again.</summary>
public sealed class ContentReviewOptions
{
    public const string Section = "ContentReview";

    /// <summary>Days before the date from which it stands on the desk.</summary>
    [Range(0, 365)]
    public int DaysBefore { get; set; } = 14;

    /// <summary>Days after the date from which it stands on the disclosure office's desk too.</summary>
    [Range(0, 365)]
    public int DaysAfter { get; set; } = 7;

    /// <summary>
    /// Months after publication for genres that get a date by themselves; a genre that is not named, or has 0, gets none. The
    /// numbers are house rules, not taken from a law (未核实).
    /// </summary>
    public Dictionary<DisclosureGenre, int> MonthsByGenre { get; set; } = new()
    {
        [DisclosureGenre.Guide] = 12,
        [DisclosureGenre.Rules] = 12,
        [DisclosureGenre.Normative] = 12,
    };
}
