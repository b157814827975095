namespace PublicDisclosure.Core.Catalogue;

/// <summary>
/// The five disclosures (五公开), 国办发〔2016〕80号. An item or a document belongs to one or more, so the value is a set.
/// </summary>
[Flags]
public enum DisclosureAspects
{
    None = 0,

    /// <summary>决策公开</summary>
    Decision = 1,

    /// <summary>执行公开</summary>
    Execution = 2,

    /// <summary>管理公开</summary>
    Management = 4,

    /// <summary>服务公开</summary>
    Service = 8,

    /// <summary>结果公开</summary>
    Result = 16,
}

/// <summary>Walks the set.</summary>
public static class DisclosureAspectSet
{
    /// <summary>The five, in official order.</summary>
    public static IReadOnlyList<DisclosureAspects> All { get; } =
    [
        DisclosureAspects.Decision, DisclosureAspects.Execution, DisclosureAspects.Management, DisclosureAspects.Service, DisclosureAspects.Result,
    ];

    /// <summary>The members of a set, in official order.</summary>
    public static IEnumerable<DisclosureAspects> Members(this DisclosureAspects set) => All.Where(a => (set & a) != 0);
}
