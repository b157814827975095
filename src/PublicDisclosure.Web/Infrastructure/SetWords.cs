using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>Sets of coded values in Chinese.</summary>
public static class SetWords
{
    /// <summary>Levels in official order.</summary>
    public static readonly IReadOnlyList<GovernmentLevels> AllLevels = [GovernmentLevels.County, GovernmentLevels.Township, GovernmentLevels.Village];

    /// <summary>县级、乡级</summary>
    public static string Levels(GovernmentLevels set) =>
        set == GovernmentLevels.None ? Words.Of(set) : string.Join("、", AllLevels.Where(l => set.HasFlag(l)).Select(l => Words.Of(l)));

    /// <summary>决策公开、结果公开</summary>
    public static string Aspects(DisclosureAspects set) =>
        set == DisclosureAspects.None ? Words.Of(set) : string.Join("、", set.Members().Select(a => Words.Of(a)));
}
