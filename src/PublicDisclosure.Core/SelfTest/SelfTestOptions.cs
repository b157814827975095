using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>Settings <c>SelfTest:*</c>.</summary>
public sealed class SelfTestOptions : IValidatableObject
{
    public const string Section = "SelfTest";

    private static readonly Dictionary<SiteColumnKind, UpdateRule> Declared = new()
    {
        [SiteColumnKind.Home] = new(14, 0),
        [SiteColumnKind.Newest] = new(14, 0),
        [SiteColumnKind.Aspect] = new(0, 6),
        [SiteColumnKind.Policies] = new(0, 6),
        [SiteColumnKind.Domain] = new(0, 6),
        [SiteColumnKind.Organisation] = new(0, 6),
        [SiteColumnKind.Guide] = UpdateRule.None,
        [SiteColumnKind.Rules] = UpdateRule.None,
        [SiteColumnKind.Mandatory] = UpdateRule.None,
        // Once a year, and a month for writing it.
        [SiteColumnKind.AnnualReports] = new(0, 13),
    };

    /// <summary>Beijing hour from which the nightly run begins, after the word check.</summary>
    [Range(0, 23)]
    public int Hour { get; init; } = 3;

    /// <summary>Months after which a column counts as long out of date; 未核实.</summary>
    [Range(1, 120)]
    public int LongStaleMonths { get; init; } = 12;

    /// <summary>From how many findings on an indicator is red, where it differs from the registry's number.</summary>
    public Dictionary<SelfTestIndicator, int> Thresholds { get; init; } = [];

    /// <summary>
    /// Update rules that differ from those declared here, by kind of column (<c>Aspect</c>) or by the address of one
    /// (<c>five/result</c>): <c>14d</c>, <c>6m</c>, <c>none</c>.
    /// </summary>
    public Dictionary<string, string> UpdateRules { get; init; } = [];

    /// <summary>The rule of a column: its own, else its kind's.</summary>
    public UpdateRule RuleOf(SiteColumnKind kind, string path) =>
        UpdateRule.Read(UpdateRules.GetValueOrDefault(path.TrimStart('/'))) ?? UpdateRule.Read(UpdateRules.GetValueOrDefault(kind.ToString())) ?? Declared[kind];

    /// <summary>From how many findings on an indicator is red.</summary>
    public int ThresholdOf(IndicatorRule rule) => Thresholds.TryGetValue(rule.Indicator, out var set) ? set : rule.DefaultThreshold;

    /// <summary>How an indicator stands with a number of open findings.</summary>
    public SelfTestLevel LevelOf(IndicatorRule rule, int open) =>
        rule.Kind == IndicatorKind.Listed ? SelfTestLevel.Grey
        : open == 0 ? SelfTestLevel.Green
        : open >= ThresholdOf(rule) ? SelfTestLevel.Red : SelfTestLevel.Amber;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (key, rule) in UpdateRules.Where(r => UpdateRule.Read(r.Value) is null))
            yield return new ValidationResult($"SelfTest:UpdateRules:{key} must be like 14d, 6m or none, not '{rule}'.");
        foreach (var (indicator, threshold) in Thresholds.Where(t => t.Value < 1))
            yield return new ValidationResult($"SelfTest:Thresholds:{indicator} must be at least 1, not {threshold}.");
    }
}

/// <summary>What the self-test asks of the settings <c>Site:*</c>, which the site shows in page tags and footer.</summary>
public sealed class SiteTagOptions
{
    public const string Section = "Site";

    private const string Unknown = "待填写";

    /// <summary>网站标识码</summary>
    public string IdCode { get; init; } = Unknown;

    /// <summary>Phone of the office that answers for the site.</summary>
    public string Phone { get; init; } = Unknown;

    /// <summary>ICP 备案号</summary>
    public string Icp { get; init; } = Unknown;

    /// <summary>公安机关备案号</summary>
    public string PoliceFiling { get; init; } = Unknown;

    /// <summary>Public address of the site, by which its own links are told from others; empty when it is not set.</summary>
    public string Address { get; init; } = "";

    /// <summary>Names of the settings that are still to be filled in.</summary>
    public IEnumerable<string> Missing() =>
        new[] { (nameof(IdCode), IdCode), (nameof(Phone), Phone), (nameof(Icp), Icp), (nameof(PoliceFiling), PoliceFiling) }
            .Where(s => string.IsNullOrWhiteSpace(s.Item2) || s.Item2 == Unknown).Select(s => s.Item1);
}
