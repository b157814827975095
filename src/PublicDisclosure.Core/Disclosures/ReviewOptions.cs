using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Settings of section <c>Review</c>: limits that neither the Regulation nor a published rule of the city fixes. Pages show
/// them as 本市规定, 未核实 until the city has confirmed them.
/// </summary>
public sealed class ReviewOptions
{
    public const string Section = "Review";

    /// <summary>Within how many working days a forced publication is reviewed by another person.</summary>
    [Range(1, 20)]
    public int ForcedReviewWorkingDays { get; set; } = 2;

    /// <summary>After how many months a record that is not public is examined again.</summary>
    [Range(1, 60)]
    public int ReexaminationMonths { get; set; } = 12;

    /// <summary>How many minutes after its time a scheduled publication counts as late and is marked.</summary>
    [Range(1, 1440)]
    public int ScheduleLateAfterMinutes { get; set; } = 5;
}
