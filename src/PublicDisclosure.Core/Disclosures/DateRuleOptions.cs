using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Measures of the date rules that no law fixes.</summary>
public sealed class DateRuleOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "DateRules";

    /// <summary>Default of <see cref="FactChangesOfACorrection"/>.</summary>
    public const int DefaultFactChanges = 2;

    /// <summary>
    /// How many dates and amounts a correction (更正) may change; beyond, the checklist asks whether it is not an update (更新),
    /// which has a due date of its own. House measure, 未核实.
    /// </summary>
    [Range(0, 1000)]
    public int FactChangesOfACorrection { get; set; } = DefaultFactChanges;
}
