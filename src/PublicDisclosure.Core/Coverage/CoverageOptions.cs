using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Coverage;

/// <summary>Numbers of the coverage that the law does not fix (section <c>Coverage</c> of the settings).</summary>
public sealed class CoverageOptions
{
    public const string Section = "Coverage";

    /// <summary>A unit is 即将到期 so many working days before its last day.</summary>
    [Range(1, 60)]
    public int DueSoonWorkingDays { get; set; } = 5;

    /// <summary>Months from one named check of a standing page (内容核对) to the next.</summary>
    [Range(1, 36)]
    public int CheckMonths { get; set; } = 12;
}
