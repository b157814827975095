using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Settings of section <c>Standing</c>: the periods around suspension and display.</summary>
public sealed class StandingOptions
{
    public const string Section = "Standing";

    /// <summary>Working days within which a second person confirms or lifts a suspension (house rule).</summary>
    [Range(1, 20)]
    public int SuspensionWorkingDays { get; set; } = 1;

    /// <summary>
    /// Shortest display of a list of persons in working days, below which the checklist warns. 未核实: seven working days are
    /// common practice (a house example for 低保 lists); no article is known that says so for every list.
    /// </summary>
    [Range(1, 60)]
    public int LeastDisplayWorkingDays { get; set; } = 7;
}
